// Checks a second: npx tsx packages/gost/bench/verify.ts
// The peer verifies one certificate many times in one process, less the time of a process that does
// it once; reading the certificate is in its time.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Curve } from '../src/curve.ts'
import { TC26_256_A, TC26_512_A, TC26_512_B, TC26_512_C } from '../src/curve-parameters.ts'
import { generatePrivateKey, type PrivateKey, publicKeyOf } from '../src/keys.ts'
import { knownKeys } from '../src/known-keys.ts'
import { signDigest } from '../src/sign.ts'
import { type VerifyDigest, verifyDigest, verifyWith } from '../src/verify.ts'
import { compare, hasGostEngine, openssl, type Pace, timed } from './rounds.ts'

const OURS = 200 // checks in a round
const THEIRS = 800

/** New keys and signatures, so that nothing can be remembered from one check to the next but the curve. */
function ours(curve: Curve): Pace {
  return checking(
    verifyDigest,
    Array.from({ length: OURS }, (_, i) => claimBy(newKey(curve), i)),
  )
}

/** All by one key, which was said to be known. */
function oursKnown(curve: Curve): Pace {
  const key = newKey(curve)
  const known = knownKeys()
  known.add(publicKeyOf(key))
  return checking(
    verifyWith(known.engine),
    Array.from({ length: OURS }, (_, i) => claimBy(key, i)),
  )
}

const newKey = (curve: Curve): PrivateKey => generatePrivateKey(curve, randomBytes)

function claimBy(key: PrivateKey, i: number) {
  const e = BigInt(i + 1)
  return { key: publicKeyOf(key), e, signature: signDigest(key, e, randomBytes) }
}

function checking(verify: VerifyDigest, claims: readonly ReturnType<typeof claimBy>[]): Pace {
  return () =>
    OURS /
    timed(() => {
      for (const { key, e, signature } of claims)
        if (!verify(key, e, signature)) throw new Error('a good signature was refused')
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
  for (const [what, pace] of [
    ['verify', ours(curve)],
    ['verify by a known key', oursKnown(curve)],
  ] as const) {
    const peer = present ? theirs(folder, bits, set) : undefined
    compare({ what: `${what}, ${curve.name}`, unit: 'checks/s', ours: pace, peer })
  }
rmSync(folder, { recursive: true })
