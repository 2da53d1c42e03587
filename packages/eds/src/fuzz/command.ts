// `npm run fuzz -- --count 1000000 --seed 7`: mutants of our own documents. `--from` and `--count 1` meet one of them again.
import { parseArgs } from 'node:util'
import type { Findings } from './campaign.ts'
import { describeFindings } from './describe-findings.ts'
import { guard } from './guard.ts'

const { values } = parseArgs({
  options: { count: { type: 'string' }, seed: { type: 'string' }, from: { type: 'string' } },
})
const seed = whole('seed', values.seed ?? '1')
const campaign = { seed, from: whole('from', values.from ?? '0'), count: whole('count', values.count ?? '20000') }
const began = performance.now()
const findings = (await guard(new URL('./run-campaign.ts', import.meta.url), {
  input: campaign,
  progress: at => process.stderr.isTTY && process.stderr.write(`\r${at - campaign.from} of ${campaign.count}`),
})) as Findings // what run-campaign.ts posts
console.log(describeFindings(campaign, findings, (performance.now() - began) / 1000))
process.exitCode = findings.failures.length > 0 ? 1 : 0

function whole(name: string, text: string): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || value > 0x7fffffff) throw new RangeError(`--${name} takes a whole number, not "${text}"`)
  return value
}
