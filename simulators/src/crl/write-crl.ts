// CertificateList, RFC 5280 §5, in the national shape: version 2, reasonCode of each entry, cRLNumber, the issuer's key.

import { ENUMERATED } from '@otinish/eds/der/tag'
import { bitString, element, explicit, integer, sequence, time, unsignedInteger } from '@otinish/eds/der/write'
import { SIGNATURE } from '../pki/algorithms.ts'
import type { Office } from '../pki/authority.ts'
import { authorityKeyIdentifier, extension } from '../pki/extensions.ts'
import type { Revocation } from '../pki/revocation.ts'
import { signBytes } from '../pki/signing-key.ts'

export type CrlDraft = {
  readonly by: Office
  readonly number: number
  readonly base?: number // of a delta: the number of the full list that it continues
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly entries: readonly Revocation[]
}

/** The list in DER. */
export function writeCrl(draft: CrlDraft): Uint8Array {
  const { by, entries } = draft
  const extensions = [
    ...(draft.base === undefined ? [] : [extension('2.5.29.27', integer(draft.base), 'critical')]), // §5.2.4
    extension('2.5.29.20', integer(draft.number)), // §5.2.3
    authorityKeyIdentifier(by.keyId),
  ]
  const tbs = sequence(
    integer(1), // v2
    SIGNATURE[by.key.kind],
    by.name,
    time(draft.thisUpdate),
    time(draft.nextUpdate),
    ...(entries.length === 0 ? [] : [sequence(...entries.map(writeEntry))]), // §5.1.2.6: absent when there is none
    explicit(0, sequence(...extensions)),
  )
  return sequence(tbs, SIGNATURE[by.key.kind], bitString(signBytes(by.key, tbs)))
}

/** §5.3.1: `unspecified` is not written. */
function writeEntry({ serial, at, reason }: Revocation): Uint8Array {
  const code = extension('2.5.29.21', element(ENUMERATED, Uint8Array.of(reason)))
  const extensions = reason === 0 ? [] : [sequence(code)]
  return sequence(unsignedInteger(Buffer.from(serial, 'hex')), time(new Date(at)), ...extensions)
}
