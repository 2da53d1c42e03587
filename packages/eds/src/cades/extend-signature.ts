// Puts what will be needed to judge a signature later beside it. RFC 5126 §6.1.1 (signature-time-stamp), §6.3.4
// (revocation-values), ETSI EN 319 122-1 §5.3 and §A.1.5.2.
import { sameBytes } from '../bytes.ts'
import { REVOCATION_VALUES, SIGNATURE_TIMESTAMP } from '../cms/oids.ts'
import { readSignedData } from '../cms/signed-data.ts'
import { readAttribute } from '../cms/signer-info.ts'
import { insideOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { compareEncodings } from '../der/set-order.ts'
import { constructedContext, SEQUENCE, SET } from '../der/tag.ts'
import { concat, element, implicit, oid, sequence, setOf } from '../der/write.ts'
import { readRevocationValues, writeRevocationValues } from './revocation-values.ts'

export type LaterEvidence = {
  readonly timestamp?: Uint8Array // TimeStampToken over the signature
  readonly ocsp?: readonly Uint8Array[] // OCSPResponse
  readonly crls?: readonly Uint8Array[] // CertificateList
}

/**
 * The same CMS with unsigned attributes more. Every signed field, every certificate and the other signers stay octet for
 * octet; what is already there is kept and not put twice. A SET that was in DER order is so again, so the signer may
 * stand elsewhere among several afterwards. The evidence is not verified here: whoever reads it has to.
 * Throws DerError, EdsError for what is not a SignedData in DER; RangeError when there is no such signer.
 */
export function extendSignature(cms: Uint8Array, evidence: LaterEvidence, signerIndex = 0): Uint8Array {
  readSignedData(cms) // refuses what is none
  const root = readDer(cms)
  const [type, wrapper] = root.children
  const signedData = wrapper && insideOf(wrapper, SEQUENCE)
  const signers = signedData?.children.at(-1)
  const signer = signers?.children[signerIndex]
  if (!type || !signedData || !signers || !signer) throw new RangeError(`no signer ${signerIndex}`)

  const extended = extendSigner(signer, evidence)
  const others = signedData.children.slice(0, -1).map(encodedOf)
  const replaced = signers.children.map(child => (child === signer ? extended : child.encoded))
  const set = isSorted(signers) ? setOf(...replaced) : element(SET, concat(...replaced))
  return sequence(type.encoded, element(constructedContext(0), sequence(...others, set)))
}

/** RFC 5652 §5.3: unsignedAttrs [1] stands last. */
function extendSigner(signer: Element, evidence: LaterEvidence): Uint8Array {
  const last = signer.children.at(-1)
  const unsigned = last?.tag === constructedContext(1) ? last : undefined
  const attributes = withRevocationValues(withTimestamp(unsigned?.children.map(encodedOf) ?? [], evidence), evidence)
  if (attributes.length === 0) return signer.encoded
  const fields = signer.children.filter(child => child !== unsigned).map(encodedOf)
  return sequence(...fields, implicit(1, setOf(...attributes)))
}

type Attributes = readonly Uint8Array[]

/** There may be several, of several authorities; the same one is not put twice. */
function withTimestamp(attributes: Attributes, { timestamp }: LaterEvidence): Attributes {
  return timestamp ? distinct([...attributes, attribute(SIGNATURE_TIMESTAMP, timestamp)]) : attributes
}

/** RFC 5126 §6.3.4: one instance with one value, so that new proofs join those that are there. */
function withRevocationValues(attributes: Attributes, { ocsp = [], crls = [] }: LaterEvidence): Attributes {
  if (ocsp.length + crls.length === 0) return attributes
  const isRevocation = (encoded: Uint8Array) => readAttribute(readDer(encoded)).oid === REVOCATION_VALUES
  const present = attributes.filter(isRevocation).flatMap(encoded => readAttribute(readDer(encoded)).values)
  const values = present.map(readRevocationValues)
  const joined = {
    ocsp: distinct([...values.flatMap(value => value.ocsp), ...ocsp]),
    crls: distinct([...values.flatMap(value => value.crls), ...crls]),
    other: values[0]?.other,
  }
  const others = attributes.filter(encoded => !isRevocation(encoded))
  return [...others, attribute(REVOCATION_VALUES, writeRevocationValues(joined))]
}

function distinct(all: readonly Uint8Array[]): readonly Uint8Array[] {
  return all.filter((one, i) => all.findIndex(other => sameBytes(other, one)) === i)
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value))
}

function isSorted({ children }: Element): boolean {
  return children.every((child, i) => {
    const before = children[i - 1]
    return !before || compareEncodings(before.encoded, child.encoded) <= 0
  })
}

const encodedOf = ({ encoded }: Element): Uint8Array => encoded
