// For tests: asks a responder as a careful client would, and takes its answer apart.
import { createHash } from 'node:crypto'
import { type Element, readDer } from '@otinish/eds/der/read'
import { readTime } from '@otinish/eds/der/time'
import { readBitOctets } from '@otinish/eds/der/value'
import { explicit, nullValue, octetString, oid, sequence, unsignedInteger } from '@otinish/eds/der/write'
import type { Office } from '../pki/authority.ts'
import { extension } from '../pki/extensions.ts'
import { readHolder } from '../pki/holder.ts'
import { publicKeyContent } from '../pki/signing-key.ts'
import { isIssuedBy, signatureHolds } from './read-cms.ts'
import { at } from './skeleton.ts'

const HASHES = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const

export type Question = {
  readonly certificate: Uint8Array
  readonly issuer: Office
  readonly hash?: keyof typeof HASHES
}

export const NONCE = Uint8Array.from({ length: 16 }, (_, i) => 200 - i)

/** An OCSPRequest for these certificates; no nonce when it is null. */
export function ocspRequest(questions: readonly Question[], nonce: Uint8Array | null = NONCE): Uint8Array {
  const list = sequence(...questions.map(question => sequence(certificateId(question))))
  const extensions = nonce ? [explicit(2, sequence(extension('1.3.6.1.5.5.7.48.1.2', octetString(nonce))))] : []
  return sequence(sequence(list, ...extensions))
}

export function certificateId({ certificate, issuer, hash = 'sha256' }: Question): Uint8Array {
  const digest = (bytes: Uint8Array) => octetString(createHash(hash).update(bytes).digest())
  return sequence(
    sequence(oid(HASHES[hash]), nullValue()),
    digest(issuer.name),
    digest(publicKeyContent(issuer.key)),
    unsignedInteger(readHolder(certificate).serial),
  )
}

export type ReadAnswer = {
  readonly statuses: readonly { id: Uint8Array; is: string; since: Date | undefined; reason: number | undefined }[]
  readonly thisUpdate: readonly Date[]
  readonly producedAt: Date
  readonly nonce: Uint8Array | undefined
  readonly signatureHolds: boolean // by the enclosed certificate
  readonly responder: Uint8Array
  readonly isDelegated: boolean // the enclosed certificate was really signed by the issuer
}

/** The number of a failure, or what a successful answer says. */
export function readOcspAnswer(bytes: Uint8Array, issuer: Office): ReadAnswer | number {
  const response = readDer(bytes)
  const status = at(response, 0).content[0] ?? -1
  if (status !== 0) return status
  const basic = readDer(at(response, 1, 0, 1).content)
  const data = at(basic, 0)
  const [, producedAt, singles, extensions] = data.children.map(element => element)
  if (!producedAt || !singles || !extensions) throw new Error('not a ResponseData as the national one')
  const certificate = at(basic, 3, 0, 0).encoded
  const nonce = at(extensions, 0).children.find(({ encoded }) =>
    Buffer.from(encoded).includes('2b0601050507300102', 'hex'),
  )
  return {
    statuses: singles.children.map(readSingle),
    thisUpdate: singles.children.map(single => readTime(at(single, 2))),
    producedAt: readTime(producedAt),
    nonce: nonce && readDer(at(nonce, -1).content).content,
    signatureHolds: signatureHolds(certificate, data.encoded, readBitOctets(at(basic, 2))),
    responder: certificate,
    isDelegated: isIssuedBy(certificate, issuer.certificate),
  }
}

function readSingle(single: Element): ReadAnswer['statuses'][number] {
  const status = at(single, 1)
  const is = { 128: 'good', 161: 'revoked', 130: 'unknown' }[status.tag] ?? 'something else'
  const [since, reason] = status.children
  return {
    id: at(single, 0).encoded,
    is,
    since: since && readTime(since),
    reason: reason && at(reason, 0).content[0],
  }
}
