// Proofs of revocation that a CMS carries: SignedData.crls (RFC 5652 §10.2.1, RFC 5940 §2.1) and revocation-values.
import { OCSP_BASIC, OCSP_RESPONSE, REVOCATION_VALUES } from '../cms/oids.ts'
import type { SignedData } from '../cms/signed-data.ts'
import type { SignerInfo } from '../cms/signer-info.ts'
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { constructedContext, SEQUENCE } from '../der/tag.ts'
import { readOid } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { closeOcspResponse } from './ocsp-envelope.ts'
import { type Proofs, readRevocationValues } from './revocation-values.ts'

const MAX_ANSWERS = 64 // one for each of thirty-two signers, and for their authorities
const MAX_LISTS = 8 // full and delta lists of both kinds of authority, and of their roots

/**
 * What stands in the message about anybody, and beside this signer. Throws DerError for what cannot be read, EdsError
 * `limit-exceeded` for more proofs than anybody needs.
 */
export function embeddedProofs({ revocationInfo }: SignedData, { unsignedAttributes }: SignerInfo): Proofs {
  const own = unsignedAttributes.filter(({ oid }) => oid === REVOCATION_VALUES)
  const all = [...revocationInfo.map(readChoice), ...own.flatMap(({ values }) => values).map(readRevocationValues)]
  const proofs = { ocsp: all.flatMap(({ ocsp }) => ocsp), crls: all.flatMap(({ crls }) => crls) }
  if (proofs.ocsp.length > MAX_ANSWERS || proofs.crls.length > MAX_LISTS) throw new EdsError('limit-exceeded')
  return proofs
}

/** RevocationInfoChoice: a CertificateList, or [1] { otherRevInfoFormat, otherRevInfo }; unknown formats are read past. */
function readChoice(choice: Element): Proofs {
  if (choice.tag === SEQUENCE) return { ocsp: [], crls: [choice.encoded] }
  const fields = fieldsOf(choice, constructedContext(1))
  const format = readOid(fields.any())
  const { encoded } = fields.any()
  fields.end()
  if (format === OCSP_RESPONSE) return { ocsp: [encoded], crls: [] }
  return { ocsp: format === OCSP_BASIC ? [closeOcspResponse(encoded)] : [], crls: [] } // EN 319 122-1 §5.4.2.2
}
