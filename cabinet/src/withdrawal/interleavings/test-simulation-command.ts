// npm run test:simulation -- --seeds N [--first n]: the completion under more seeds than `npm test` has time for.
import { parseArgs } from 'node:util'
import { simulate, tellRun } from './test-simulate.ts'

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '100000' }, first: { type: 'string', default: '1' } },
})
const first = Number(values.first)
const count = Number(values.seeds)
const began = performance.now()
let steps = 0
for (let seed = first; seed < first + count; seed++) {
  const run = await simulate(seed)
  steps += run.steps
  if (run.faults.length > 0) {
    console.error(`SEED=${seed}\n${tellRun(run)}`)
    process.exit(1)
  }
}
console.log(
  `${count} seeds from ${first} on, ${steps} steps, no fault, in ${((performance.now() - began) / 1000).toFixed(1)} s`,
)
