// What the signer signed. RFC 5652 §5.3, §5.4, §11.1 (content-type), §11.2 (message-digest), §11.3 (signing-time).
import type { Element } from '../der/read.ts'
import { expectSorted } from '../der/set-order.ts'
import { SET } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { readOctetString, readOid } from '../der/value.ts'
import { setOf } from '../der/write.ts'
import { EdsError } from '../error.ts'
import { CONTENT_TYPE, MESSAGE_DIGEST, SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2, SIGNING_TIME } from './oids.ts'
import type { Form } from './signed-data.ts'
import { type Attribute, readAttributes } from './signer-info.ts'

export type SignedAttributes = {
  readonly contentType: string
  readonly messageDigest: Uint8Array
  readonly signingTime: Date | undefined // what the signer's clock said: told, never believed
  readonly signingCertificate: Element | undefined // ESS, RFC 5035 §5.4.1
  readonly signingCertificateV2: Element | undefined // ESS, RFC 5035 §3
  /** The octets under the signature: the same ones, with the SET OF tag in the place of [0], in DER (§5.4). */
  readonly signedOctets: Uint8Array
}

/**
 * Stricter than §5.3: no attribute occurs twice, and the set stands in DER order; only in the form `ber` is that order
 * restored, as §5.4 has it. Throws EdsError `attribute-missing`, `attribute-duplicated`; DerError for a value of the wrong form.
 */
export function readSignedAttributes(set: Element, form: Form = 'der'): SignedAttributes {
  if (form === 'der') expectSorted(set)
  const attributes = readAttributes(set)
  const types = new Set(attributes.map(({ oid }) => oid))
  if (types.size < attributes.length) throw new EdsError('attribute-duplicated')

  const signingTime = singleValueOf(attributes, SIGNING_TIME)
  return {
    contentType: readOid(requiredValueOf(attributes, CONTENT_TYPE)),
    messageDigest: readOctetString(requiredValueOf(attributes, MESSAGE_DIGEST)),
    signingTime: signingTime && readTime(signingTime),
    signingCertificate: singleValueOf(attributes, SIGNING_CERTIFICATE),
    signingCertificateV2: singleValueOf(attributes, SIGNING_CERTIFICATE_V2),
    signedOctets: form === 'der' ? retagged(set) : setOf(...set.children.map(({ encoded }) => encoded)),
  }
}

function retagged(set: Element): Uint8Array {
  const octets = Uint8Array.from(set.encoded) // not slice(): that of a Buffer shares its memory with the caller
  octets[0] = SET
  return octets
}

function requiredValueOf(attributes: readonly Attribute[], oid: string): Element {
  const value = singleValueOf(attributes, oid)
  if (!value) throw new EdsError('attribute-missing')
  return value
}

/** The single value of an attribute that must have one value; undefined when the attribute is not there. */
function singleValueOf(attributes: readonly Attribute[], oid: string): Element | undefined {
  const attribute = attributes.find(candidate => candidate.oid === oid)
  if (!attribute) return undefined
  const [value, ...others] = attribute.values
  if (!value) throw new EdsError('attribute-missing')
  if (others.length > 0) throw new EdsError('attribute-duplicated')
  return value
}
