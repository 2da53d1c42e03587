// MessageImprint: the hash of what a time stamp is put on. RFC 3161 §2.4.1.
import { sameBytes } from '../bytes.ts'
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import { OCTET_STRING, SEQUENCE } from '../der/tag.ts'
import { readOctetString } from '../der/value.ts'
import { EdsError } from '../error.ts'
import { digest, type ImprintName, imprintName } from '../signature/digest.ts'
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'

export type MessageImprint = { readonly hash: ImprintName; readonly digest: Uint8Array }

/** Throws DerError; EdsError `algorithm-unsupported` for a hash that we do not compute. */
export function readMessageImprint(element: Element): MessageImprint {
  const fields = fieldsOf(element)
  const { oid, parameters } = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const hashed = readOctetString(fields.required(OCTET_STRING))
  fields.end()
  const hash = imprintName(oid)
  if (!hash || parameters) throw new EdsError('algorithm-unsupported')
  return { hash, digest: hashed }
}

/** Whether these octets are the ones that were stamped. */
export function isImprintOf(imprint: MessageImprint, stamped: Uint8Array): boolean {
  return sameBytes(imprint.digest, digest(imprint.hash, stamped))
}
