// Issues an X.509 certificate (RFC 5280 §4.1), version 3, signed by any of our keys.
import { createHash } from 'node:crypto'
import { bitString, explicit, integer, sequence, time, unsignedInteger } from '@otinish/eds/der/write'
import { SIGNATURE } from './algorithms.ts'
import { publicKeyContent, publicKeyInfo, type SigningKey, signBytes } from './signing-key.ts'

export type Validity = { readonly from: Date; readonly to: Date }

export type Issuer = { readonly name: Uint8Array; readonly key: SigningKey }

export type Draft = {
  readonly subject: Uint8Array // Name, DER
  readonly key: SigningKey // the holder's; only its public half gets in
  readonly validity: Validity
  readonly extensions: readonly Uint8Array[]
}

/** The certificate in DER. A root is issued by itself: its own name and key. */
export function issueCertificate(draft: Draft, by: Issuer): Uint8Array {
  const tbs = sequence(
    explicit(0, integer(2)),
    unsignedInteger(serialOf(keyIdentifier(draft.key))),
    SIGNATURE[by.key.kind],
    by.name,
    sequence(time(draft.validity.from), time(draft.validity.to)),
    draft.subject,
    publicKeyInfo(draft.key),
    explicit(3, sequence(...draft.extensions)),
  )
  return sequence(tbs, SIGNATURE[by.key.kind], bitString(signBytes(by.key, tbs)))
}

/** SHA-1 of the content of the public key's BIT STRING (RFC 5280 §4.2.1.2, method 1). */
export function keyIdentifier(key: SigningKey): Uint8Array {
  return createHash('sha1').update(publicKeyContent(key)).digest()
}

/** The national habit since 2022: the key identifier with the top bit cleared and never a leading zero digit. */
export function serialOf(keyId: Uint8Array): Uint8Array {
  const serial = Uint8Array.from(keyId)
  const first = (serial[0] ?? 0) & 0x7f
  serial[0] = first < 0x10 ? first | 0x10 : first
  return serial
}
