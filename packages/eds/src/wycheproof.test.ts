// Project Wycheproof: hostile and odd signatures of RSA PKCS#1 v1.5 and ECDSA, each with a verdict.
import { expect, it } from 'vitest'
import { readDer } from './der/read.ts'
import { nullValue, oid, sequence } from './der/write.ts'
import { EdsError } from './error.ts'
import { verifyMessage } from './signature/verify-message.ts'
import { hasVectors, vector, vectorNames } from './test-vectors.ts'
import { readAlgorithmIdentifier } from './x509/algorithm-identifier.ts'
import { readSubjectPublicKey } from './x509/public-key.ts'

const SUITE = 'suites/wycheproof'

type Group = { publicKeyDer: string; sha: string; tests: Case[] }
type Case = { tcId: number; comment: string; msg: string; sig: string; result: 'valid' | 'invalid' | 'acceptable' }

const WITH_RSA: Readonly<Record<string, string>> = {
  'SHA-256': '1.2.840.113549.1.1.11',
  'SHA-384': '1.2.840.113549.1.1.12',
  'SHA-512': '1.2.840.113549.1.1.13',
}
const WITH_ECDSA: Readonly<Record<string, string>> = {
  'SHA-256': '1.2.840.10045.4.3.2',
  'SHA-384': '1.2.840.10045.4.3.3',
  'SHA-512': '1.2.840.10045.4.3.4',
}

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** `verified`, or the code of the refusal. Anything else that is thrown fails the test. */
function outcome({ publicKeyDer }: Group, { msg, sig }: Case, algorithm: Uint8Array): string {
  try {
    verifyMessage(readSubjectPublicKey(readDer(bytes(publicKeyDer))), {
      message: bytes(msg),
      signature: bytes(sig),
      algorithm: readAlgorithmIdentifier(readDer(algorithm)),
      digest: undefined,
    })
    return 'verified'
  } catch (fault) {
    if (fault instanceof EdsError) return fault.code
    throw fault
  }
}

/**
 * What Wycheproof calls acceptable is refused here. In these files that is one thing, a DigestInfo without the NULL of its
 * algorithm: RFC 8017 §9.2 asks for it (Note 1), §8.2.2 compares whole encodings, and nobody in Kazakhstan leaves it out.
 */
const isToVerify = ({ result }: Case) => result === 'valid'

const REFUSALS = ['signature-malformed', 'signature-invalid']

function wrongIn({ group, name }: { group: Group; name: string }): readonly string[] {
  const isRsa = name.startsWith('rsa_')
  const named = (isRsa ? WITH_RSA : WITH_ECDSA)[group.sha] ?? ''
  const algorithm = isRsa ? sequence(oid(named), nullValue()) : sequence(oid(named))
  return group.tests.flatMap(test => {
    const found = outcome(group, test, algorithm)
    const isRight = isToVerify(test) ? found === 'verified' : REFUSALS.includes(found)
    return isRight ? [] : [`${name} ${test.tcId} ${test.comment}: ${test.result}, ${found} here`]
  })
}

if (hasVectors(SUITE)) {
  const names = vectorNames(SUITE, /_test\.json$/)

  it('Wycheproof has the eight files that are meant', () => expect(names).toHaveLength(8))

  for (const name of names)
    it(`Wycheproof's ${name} is judged without a mistake`, () => {
      const { numberOfTests, testGroups }: { numberOfTests: number; testGroups: Group[] } = JSON.parse(
        new TextDecoder().decode(vector(SUITE, name)),
      )
      const wrong = testGroups.flatMap(group => wrongIn({ group, name }))
      console.log(`Wycheproof ${name}: ${numberOfTests - wrong.length} of ${numberOfTests}`)
      expect(wrong).toEqual([])
      expect(testGroups.flatMap(({ tests }) => tests)).toHaveLength(numberOfTests)
    })
} else it.skip('Wycheproof needs its vectors', () => {})
