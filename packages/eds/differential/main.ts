// Ourselves against OpenSSL's gost-engine: npm run test:differential. It takes some minutes and is no part of npm test.
// An argument divides the counts: `npm run test:differential -- 100` makes a hundredth of the work.
import { edgeCases } from './edge-cases.ts'
import { mutatedCms } from './mutated-cms.ts'
import { ABSENT, hasGostEngine, openSsl } from './openssl.ts'
import { type PartRunner, printPart } from './part.ts'
import { signedByGostEngine } from './signed-by-gost-engine.ts'
import { signedByUs } from './signed-by-us.ts'

const COUNT = 10_000
const PARTS: readonly PartRunner[] = [edgeCases, signedByUs, signedByGostEngine, mutatedCms]

process.exitCode = hasGostEngine() ? await main(Number(process.argv[2] ?? 1)) : absent()

async function main(divisor: number): Promise<number> {
  const openssl = openSsl()
  let disagreements = 0
  try {
    for (const runPart of PARTS) {
      const start = performance.now()
      const part = await runPart(openssl, Math.ceil(COUNT / divisor))
      printPart(part, (performance.now() - start) / 1000)
      disagreements += part.disagreements.length
    }
  } finally {
    openssl.remove()
  }
  console.log(`${disagreements} disagreements`)
  return disagreements === 0 ? 0 : 1
}

function absent(): number {
  process.stderr.write(ABSENT)
  return 2
}
