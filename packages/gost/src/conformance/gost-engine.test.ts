// What an independent producer signed: OpenSSL with gost-engine, Russian identifiers, the curves tc26-512-A, -B and -C.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { keyAlgorithm, signatureAlgorithm } from '../algorithms.ts'
import { holds, nodeAt, readKey, readNodes, readSigned, type Signed } from './der.ts'

const root = path.resolve(import.meta.dirname, '../../../..')
const suite = path.resolve(root, process.env['OTINISH_VECTORS'] ?? '../shared', 'suites/gost-openssl-generated')
const present = existsSync(suite)
if (!present) console.log(`skipped: there is no ${suite}`)

const KEY_FIELD = 6 // of a tbsCertificate, its version counted
const SIGNED_DATA = [0, 1, 0] // ContentInfo → [0] → SignedData

function read(file: string): Uint8Array {
  const bytes = readFileSync(path.join(suite, file))
  const text = bytes.toString('latin1')
  if (!text.startsWith('-----BEGIN')) return bytes
  return Buffer.from(text.replaceAll(/-----[^-]+-----/g, ''), 'base64')
}

function isSignedBy(certificate: string, signed: Pick<Signed, 'tbs' | 'signature'>): boolean {
  const key = readKey(read(certificate), KEY_FIELD)
  const algorithm = keyAlgorithm(key.algorithm, key.parameterSet)
  return algorithm !== undefined && holds(algorithm, key.bytes, signed)
}

/** What the one signer of a SignedData signed: its attributes under the tag of a SET, else the content. */
function readSigner(signedData: Uint8Array, detached?: Uint8Array): Pick<Signed, 'tbs' | 'signature'> {
  const signer = readNodes(nodeAt(signedData, readNodes(signedData).length - 1, 0).content)
  const attributes = signer.find(({ tag }) => tag === 0xa0)
  const content = detached ?? nodeAt(signedData, 2, 1, 0).content
  const tbs = attributes ? Uint8Array.of(0x31, ...attributes.encoded.subarray(1)) : content
  return { tbs, signature: signer.find(({ tag }) => tag === 0x04)?.content ?? new Uint8Array() }
}

for (const set of ['A', 'B', 'C'])
  describe.skipIf(!present)(`gost-engine on tc26-512-${set}`, () => {
    for (const object of ['ca.pem', 'user.pem', 'ocsp.pem', 'tsa.pem', 'revoked.pem', 'ca.crl'])
      it(`signed ${object} with the key of ca.pem`, () => {
        const signed = readSigned(read(`${set}/${object}`))
        expect(signatureAlgorithm(signed.algorithm)?.layout.name).toBe('rfc9215')
        expect(isSignedBy(`${set}/ca.pem`, signed)).toBe(true)
      })

    for (const message of ['attached.p7s', 'detached.p7s', 'cades-bes.p7s', 'noattr.p7s'])
      it(`signed ${message} with the key of user.pem`, () => {
        const signedData = nodeAt(read(`${set}/${message}`), ...SIGNED_DATA).content
        expect(isSignedBy(`${set}/user.pem`, readSigner(signedData, read(`${set}/doc.txt`)))).toBe(true)
      })

    it('signed the time stamp with the key of tsa.pem', () => {
      const signedData = nodeAt(read(`${set}/ts.tsr`), 0, 1, ...SIGNED_DATA.slice(1)).content
      expect(isSignedBy(`${set}/tsa.pem`, readSigner(signedData))).toBe(true)
    })

    for (const answer of ['ocsp-user.resp', 'ocsp-revoked.resp'])
      it(`signed ${answer} with the key of ocsp.pem`, () => {
        const basic = nodeAt(read(`${set}/${answer}`), 0, 1, 0, 1).content
        expect(isSignedBy(`${set}/ocsp.pem`, readSigned(basic))).toBe(true)
      })

    it('did not sign user.pem with the key of user.pem', () =>
      expect(isSignedBy(`${set}/user.pem`, readSigned(read(`${set}/user.pem`)))).toBe(false))
  })
