// SignerInfo, RFC 5652 §5.3 and §5.4: the attributes are signed as a SET OF and carried as [0].
import { implicit, integer, octetString, oid, sequence, setOf, unsignedInteger } from '@otinish/eds/der/write'
import type { KeyStore } from '../p12/read.ts'
import { DIGEST, SIGNATURE } from '../pki/algorithms.ts'
import { readHolder } from '../pki/holder.ts'
import { signBytes } from '../pki/signing-key.ts'

/** Version 1, the signer by issuer and serial number, the attributes signed by its key. */
export function signerInfo({ key, certificate }: KeyStore, attributes: readonly Uint8Array[]): Uint8Array {
  const { issuer, serial } = readHolder(certificate)
  const signed = setOf(...attributes)
  return sequence(
    integer(1),
    sequence(issuer, unsignedInteger(serial)),
    DIGEST[key.kind],
    implicit(0, signed),
    SIGNATURE[key.kind],
    octetString(signBytes(key, signed)),
  )
}

/** An attribute of one value. */
export function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value))
}
