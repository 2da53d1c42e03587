// The table of GOST edge cases in the shapes of certificates: every row that has a message.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readDer } from '../der/read.ts'
import { bitString, octetString, oid, sequence } from '../der/write.ts'
import { EdsError } from '../error.ts'
import { algorithm } from '../test-keys.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { readSubjectPublicKey } from '../x509/public-key.ts'
import { verifyMessage } from './verify-message.ts'

type Test = { title: string; publicKey: string; message?: string; signature: string; failure?: string }
type Group = {
  layout: string
  curve: string
  keyAlgorithm: string
  parameterSet: string
  signatureAlgorithm: string
  tests: Test[]
}

const FILE = new URL('../../../gost/vectors/edge-cases.json', import.meta.url)
const groups: readonly Group[] = JSON.parse(readFileSync(FILE, 'utf8')).groups
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** In the order in which eds looks: the signature's form, then the key, then the equation. */
function expected({ failure }: Test): string {
  if (!failure) return 'verified'
  return failure.startsWith('signature-') ? 'signature-malformed' : 'signature-invalid'
}

function outcome(group: Group, { publicKey, signature }: Test, message: string): string {
  const parameters = sequence(oid(group.parameterSet))
  const key = sequence(algorithm(group.keyAlgorithm, parameters), bitString(octetString(bytes(publicKey))))
  try {
    verifyMessage(readSubjectPublicKey(readDer(key)), {
      message: bytes(message),
      signature: bytes(signature),
      algorithm: readAlgorithmIdentifier(readDer(algorithm(group.signatureAlgorithm))),
      digest: undefined,
    })
    return 'verified'
  } catch (fault) {
    if (fault instanceof EdsError) return fault.code
    throw fault
  }
}

for (const group of groups) {
  const tests = group.tests.flatMap(test => (test.message === undefined ? [] : [{ test, message: test.message }]))

  it(`edge cases of ${group.layout} on ${group.curve} are judged rightly in a SubjectPublicKeyInfo`, () => {
    const wrong = tests.filter(({ test, message }) => outcome(group, test, message) !== expected(test))
    console.log(`edge cases, ${group.layout} on ${group.curve}: ${tests.length - wrong.length} of ${tests.length}`)
    expect(wrong.map(({ test }) => test.title)).toEqual([])
    expect(tests.length).toBeGreaterThan(60)
  })
}
