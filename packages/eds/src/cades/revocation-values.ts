// The unsigned attribute revocation-values. RFC 5126 §6.3.4, ETSI EN 319 122-1 §A.1.5.2; its module has explicit tags.
import { elementsOf, fieldsOf, insideOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { explicit, sequence } from '../der/write.ts'
import { closeOcspResponse, openOcspResponse } from './ocsp-envelope.ts'

/** Proofs in DER, nothing about them verified. */
export type Proofs = {
  readonly ocsp: readonly Uint8Array[] // OCSPResponse
  readonly crls: readonly Uint8Array[] // CertificateList
}

/** The value of the attribute; `other` is its [2] otherRevVals as it stands, of no meaning here. */
export type RevocationValues = Proofs & { readonly other: Uint8Array | undefined }

/** [0] lists, [1] basic responses. Throws DerError. */
export function readRevocationValues(value: Element): RevocationValues {
  const fields = fieldsOf(value)
  const crls = fields.optional(constructedContext(0))
  const ocsp = fields.optional(constructedContext(1))
  const other = fields.optional(constructedContext(2))
  fields.end()
  return { crls: itemsOf(crls), ocsp: itemsOf(ocsp).map(closeOcspResponse), other: other?.encoded }
}

/** Throws DerError for an OCSP response that is not successful or not a basic one. */
export function writeRevocationValues({ crls, ocsp, other }: RevocationValues): Uint8Array {
  return sequence(
    ...(crls.length > 0 ? [explicit(0, sequence(...crls))] : []),
    ...(ocsp.length > 0 ? [explicit(1, sequence(...ocsp.map(openOcspResponse)))] : []),
    ...(other ? [other] : []),
  )
}

function itemsOf(wrapper: Element | undefined): readonly Uint8Array[] {
  if (!wrapper) return []
  return elementsOf(insideOf(wrapper, SEQUENCE), SEQUENCE, SEQUENCE).map(({ encoded }) => encoded)
}
