// Checks a second: npx tsx packages/gost/bench/verify.ts
// The peer verifies one certificate many times in one process, less the time of a process that does
// it once; reading the certificate is in its time.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Curve } from '../src/curve.ts'
import { TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from '../src/curve-parameters.ts'
import { generatePrivateKey, publicKeyOf } from '../src/keys.ts'
import { signDigest } from '../src/sign.ts'
import { verifyDigest } from '../src/verify.ts'
import { compare, hasGostEngine, openssl, type Pace, timed } from './rounds.ts'

const OURS = 200 // checks in a round
const THEIRS = 800

/** New keys and signatures, so that nothing can be remembered from one check to the next but the curve. */
function ours(curve: Curve): Pace {
  const claims = Array.from({ length: OURS }, (_, i) => {
    const key = generatePrivateKey(curve, randomBytes)
    return { key: publicKeyOf(key), e: BigInt(i + 1), signature: signDigest(key, BigInt(i + 1), randomBytes) }
  })
  return () =>
    OURS /
    timed(() => {
      for (const { key, e, signature } of claims)
        if (!verifyDigest(key, e, signature)) throw new Error('a good signature was refused')
    })
}

function theirs(folder: string, bits: 256 | 512, set: string): Pace {
  const file = (name: string): string => path.join(folder, `${bits}${set}-${name}`)
  const newKey = ['-newkey', `gost2012_${bits}`, '-pkeyopt', `paramset:${set}`, '-nodes']
  openssl('req', '-x509', ...newKey, '-keyout', file('ca.key'), '-out', file('ca.pem'), '-subj', '/CN=ca')
  openssl('req', ...newKey, '-keyout', file('user.key'), '-out', file('user.csr'), '-subj', '/CN=user')
  const issue = ['-req', '-in', file('user.csr'), '-CA', file('ca.pem'), '-CAkey', file('ca.key'), '-set_serial', '1']
  openssl('x509', ...issue, '-out', file('user.pem'))
  const verify = (times: number): void =>
    openssl('verify', '-CAfile', file('ca.pem'), ...Array.from({ length: times }, () => file('user.pem')))
  return () => (THEIRS - 1) / (timed(() => verify(THEIRS)) - timed(() => verify(1)))
}

const folder = mkdtempSync(path.join(tmpdir(), 'gost-bench-'))
const present = hasGostEngine()
for (const [curve, bits, set] of [
  [TC26_512_A, 512, 'A'],
  [TC26_512_B, 512, 'B'],
  [TC26_512_C, 512, 'C'],
  [TC26_256_A, 256, 'TCA'],
] as const)
  compare({
    what: `verify ${curve.name}`,
    unit: 'checks/s',
    ours: ours(curve),
    peer: present ? theirs(folder, bits, set) : undefined,
  })
rmSync(folder, { recursive: true })
