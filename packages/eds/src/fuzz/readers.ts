// Everything in this package that reads octets from strangers, by the kind of octets that it is meant for.
import { readSignedData } from '../cms/signed-data.ts'
import { inspectDer } from '../command/inspect.ts'
import { en } from '../command/messages/en.ts'
import { findPath } from '../path/find-path.ts'
import { decodeMaybePem } from '../pem.ts'
import { readCrl } from '../revocation/crl.ts'
import { judgeCrls } from '../revocation/judge-crl.ts'
import { judgeOcsp } from '../revocation/judge-ocsp.ts'
import { makeRoot, NOON } from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import { readTimestampResponse } from '../tsp/timestamp-response.ts'
import { verifyTimestamp } from '../tsp/verify-timestamp.ts'
import { verifySignature } from '../verify-signature.ts'
import { readCertificate } from '../x509/certificate.ts'
import { readOrCode } from './typed.ts'

/** Answers in a word what became of the octets. Throws only what must never be thrown. */
export type Reading = (bytes: Uint8Array) => string

/** A verification answers a report whatever it is given; nothing at all may be thrown. */
const verify: Reading = bytes => verifySignature(bytes, OPTIONS).reasons[0] ?? 'valid'
const verifyBer: Reading = bytes => verifySignature(bytes, { ...OPTIONS, form: 'ber' }).reasons[0] ?? 'valid'

const OPTIONS = { anchors: [], at: NOON, content: new Uint8Array(), revocation: {}, timestamps: { anchors: [] } }

/** With the certificate as its own issuer too, so that its signature is computed. */
const certificate = typed(bytes => {
  const read = readCertificate(bytes)
  findPath(read, { anchors: [], intermediates: [read], at: NOON })
})

const { certificate: authority } = makeRoot(rsaKey('readers'))
const about = { certificate: authority, issuer: authority, at: NOON }
const trust = { anchors: [authority], intermediates: [] }

/** A list that can be read is judged too; judging throws nothing at all. */
const list: Reading = bytes => {
  const read = readOrCode(() => readCrl(bytes))
  return 'code' in read ? read.code : judgeCrls({ ...about, crls: [read.value], trust, indirect: 'allowed' }).is
}

const everything: readonly Reading[] = [
  typed(der => inspectDer(der, en)),
  typed(decodeMaybePem),
  typed(readSignedData),
  certificate,
  verify,
  verifyBer,
  list,
  bytes => judgeOcsp(bytes, about).is,
  typed(readTimestampResponse),
  typed(bytes => verifyTimestamp(bytes, { stamped: bytes, trust })),
]

export const READINGS: ReadonlyMap<string, Reading> = new Map([
  ['cms', all([verify, verifyBer])],
  ['crl', list],
  ['x509', certificate],
  ['asn1', all(everything)],
  ['asn1parse', all(everything)],
])

/** An error of ours with its code is an answer. */
function typed(read: (bytes: Uint8Array) => unknown): Reading {
  return bytes => {
    const result = readOrCode(() => read(bytes))
    return 'code' in result ? result.code : 'read'
  }
}

/** The word of the last: of a document read as BER, of octets as a time stamp. */
function all(readings: readonly Reading[]): Reading {
  return bytes => readings.map(read => read(bytes)).at(-1) ?? ''
}
