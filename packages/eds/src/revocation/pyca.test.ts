// What pyca/cryptography's OCSP files hold, and what becomes of them here. Their authorities are not among the files, so
// that every answer is judged for a stranger's certificate: none may be believed.

import { expect, it } from 'vitest'
import { verifyMessage } from '../signature/verify-message.ts'
import { checkEach, describeWith, PKI } from '../test-conformance.ts'
import { vector, vectorCertificate, vectorNames } from '../test-vectors.ts'
import type { Certificate } from '../x509/certificate.ts'
import { judgeOcsp } from './judge-ocsp.ts'
import { type BasicResponse, readOcspResponse } from './ocsp-response.ts'
import type { OcspFault } from './revocation-status.ts'
import { basicOf, outcomeOf } from './test-outcomes.ts'
import { word } from './test-status.ts'

const PYCA = 'suites/pyca/ocsp'

type Signature = 'holds' | 'does not hold' | 'none enclosed'

/** File, what it says, whether the enclosed certificate's key signed it, and the fault for a stranger. */
const PYCA_ANSWERS: readonly (readonly [string, string, Signature | undefined, OcspFault])[] = [
  [
    'ocsp-army.deps.mil-resp.der',
    'by key: 20 revoked unspecified, good, revoked cessationOfOperation',
    'holds',
    'ocsp-responder-untrusted',
  ],
  ['resp-delegate-unknown-cert.der', 'by key: 1 unknown', 'holds', 'ocsp-responder-untrusted'],
  ['resp-invalid-signature-oid.der', 'by name: 1 good', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-responder-key-hash.der', 'by key: 1 revoked unspecified', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-response-type-unknown-oid.der', 'unreadable', undefined, 'ocsp-malformed'],
  ['resp-revoked-no-next-update.der', 'by name: 1 revoked unspecified', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-revoked-reason.der', 'by name: 1 revoked superseded', 'holds', 'ocsp-responder-untrusted'],
  ['resp-revoked.der', 'by key: 1 revoked unspecified', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-sct-extension.der', 'by name: 1 good', 'holds', 'ocsp-responder-untrusted'],
  ['resp-sha256.der', 'by name: 1 good', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-single-extension-reason.der', 'by key: 1 good', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-successful-no-response-bytes.der', 'unreadable', undefined, 'ocsp-malformed'],
  ['resp-unauthorized.der', 'unauthorized', undefined, 'ocsp-refused'],
  ['resp-unknown-extension.der', 'by name: 1 revoked superseded', 'does not hold', 'ocsp-responder-untrusted'], // edited
  ['resp-unknown-hash-alg.der', 'by key: 1 revoked unspecified', 'none enclosed', 'ocsp-responder-untrusted'],
  ['resp-unknown-response-status.der', 'unreadable', undefined, 'ocsp-malformed'], // status 7
]

/** Requests: only responders read those. */
const PYCA_REQUESTS: readonly string[] = [
  'ocsp-army.inapplicable-req.der',
  'ocsp-army.revoked-req.der',
  'ocsp-army.valid-req.der',
  'req-duplicate-ext.der',
  'req-ext-nonce.der',
  'req-ext-unknown-oid.der',
  'req-invalid-hash-alg.der',
  'req-multi-sha1.der',
  'req-sha1.der',
]

describeWith([PYCA, PKI], 'the OCSP files of pyca/cryptography', () => {
  const files = vectorNames(PYCA, /\.der$/)
  const stand = { issuer: stranger(), certificate: { ...stranger(), serial: 1n }, at: new Date('2018-09-01') }

  function stranger(): Certificate {
    return vectorCertificate(PKI, 'ca-test', 'nca_rsa_test_2023.cer')
  }

  it('are read and judged as the table says', () => {
    expect(files).toEqual([...PYCA_ANSWERS.map(([name]) => name), ...PYCA_REQUESTS].toSorted())
    checkEach('OCSP responses of pyca', PYCA_ANSWERS, ([file, said, signature, judged]) => {
      const der = vector(PYCA, file)
      expect(
        outcomeOf(() => describeAnswer(der)),
        file,
      ).toBe(said)
      if (signature) expect(enclosedSignature(basicOf(der)), file).toBe(signature)
      expect(word(judgeOcsp(der, stand)), file).toBe(judged)
    })
  })

  it('requests are not taken for answers', () => {
    checkEach('OCSP requests of pyca', PYCA_REQUESTS, file => {
      expect(word(judgeOcsp(vector(PYCA, file), stand)), file).toBe('ocsp-malformed')
    })
  })
})

function describeAnswer(der: Uint8Array): string {
  const response = readOcspResponse(der)
  if (response.status !== 'successful') return response.status
  const { responder, answers } = response.basic
  const said = new Set(answers.map(({ status }) => (status.is === 'revoked' ? `revoked ${status.reason}` : status.is)))
  return `by ${responder.by}: ${answers.length} ${[...said].join(', ')}`
}

/** Whether an enclosed certificate's key made the signature, whoever that may be. */
function enclosedSignature({ certificates, signedPart, signature, signatureAlgorithm }: BasicResponse): string {
  const [signer] = certificates
  if (!signer) return 'none enclosed'
  const signed = { message: signedPart, signature, algorithm: signatureAlgorithm, digest: undefined }
  try {
    verifyMessage(signer.publicKey, signed)
    return 'holds'
  } catch (thrown) {
    expect(thrown).toHaveProperty('name', 'EdsError')
    return 'does not hold'
  }
}
