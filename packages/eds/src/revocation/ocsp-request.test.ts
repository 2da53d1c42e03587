// Questions as the national responder is asked them. RFC 6960 §4.1.1.
import { describe, expect, it } from 'vitest'
import { hexOf } from '../bytes.ts'
import { fieldsOf, insideOf } from '../der/fields.ts'
import { readDer } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { readOctetString } from '../der/value.ts'
import { digest } from '../signature/digest.ts'
import * as make from '../test-certificates.ts'
import { rsaKey, seededBytes } from '../test-keys.ts'
import { readExtensions } from '../x509/extension.ts'
import { readCertificateId } from './certificate-id.ts'
import { writeOcspRequest } from './ocsp-request.ts'

const issuing = make.makeRoot(rsaKey('issuing'), 'ISSUING')
const person = make.makePerson(issuing, rsaKey('person'), { serial: 0xfe30be9fn })
const issuance = { certificate: person.certificate, issuer: issuing.certificate }
const nonce = seededBytes('nonce')(32)

/** OCSPRequest { TBSRequest { SEQUENCE OF Request { CertID }, [2] Extensions } }. */
function open(request: Uint8Array) {
  const outer = fieldsOf(readDer(request))
  const fields = fieldsOf(outer.required(SEQUENCE))
  outer.end()
  const requests = fields.required(SEQUENCE).children
  const extensions = readExtensions(insideOf(fields.required(constructedContext(2)), SEQUENCE))
  fields.end()
  const ids = requests.map(one => readCertificateId(insideOf(one, SEQUENCE)))
  return {
    ids: ids.map(id => ({ ...id, issuerNameHash: hexOf(id.issuerNameHash), issuerKeyHash: hexOf(id.issuerKeyHash) })),
    extensions,
  }
}

describe('a request', () => {
  it('names one certificate by the hashes of its issuer and its serial number, and carries the nonce', () => {
    const { ids, extensions } = open(writeOcspRequest({ ...issuance, nonce }))
    expect(ids).toEqual([
      {
        hash: '2.16.840.1.101.3.4.2.1',
        issuerNameHash: hexOf(digest('sha256', issuing.name)),
        issuerKeyHash: hexOf(digest('sha256', issuing.certificate.publicKey.bits)),
        serial: 0xfe30be9fn,
      },
    ])
    expect(extensions.map(({ oid, critical }) => [oid, critical])).toEqual([['1.3.6.1.5.5.7.48.1.2', false]])
    expect(extensions.map(({ value }) => hexOf(readOctetString(readDer(value))))).toEqual([hexOf(nonce)])
  })

  it('may name it by SHA-1', () => {
    const { ids } = open(writeOcspRequest({ ...issuance, nonce, hash: 'sha1' }))
    expect(ids).toMatchObject([{ hash: '1.3.14.3.2.26', issuerNameHash: hexOf(digest('sha1', issuing.name)) }])
  })

  for (const length of [0, 15, 33, 64]) {
    it(`is not written with a nonce of ${length} octets`, () => {
      expect(() => writeOcspRequest({ ...issuance, nonce: new Uint8Array(length) })).toThrow(RangeError)
    })
  }
})
