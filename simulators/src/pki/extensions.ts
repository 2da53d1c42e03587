// Certificate extensions (RFC 5280 §4.2) in the shapes that national certificates have.
import {
  bitString,
  boolean,
  contextPrimitive,
  explicit,
  ia5String,
  implicit,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  unsignedInteger,
} from '@otinish/eds/der/write'

const HOST = 'http://test.otinish.invalid' // never resolves (RFC 6761 §6.4): nobody may fetch these

export const KEY_USAGE = {
  authority: [0x06, 1], // keyCertSign, cRLSign
  signing: [0xc8, 3], // digitalSignature, nonRepudiation, keyAgreement: GOST-2015
  authentication: [0xa0, 5], // digitalSignature, keyEncipherment: RSA
  seal: [0xc0, 6], // digitalSignature, nonRepudiation: RSA of a legal entity
  service: [0x80, 7], // digitalSignature: OCSP responders and time-stamping authorities
} as const

/** §4.2.1.3, critical. */
export function keyUsage(purpose: keyof typeof KEY_USAGE): Uint8Array {
  const [bits, unused] = KEY_USAGE[purpose]
  return extension('2.5.29.15', bitString(Uint8Array.of(bits), unused), 'critical')
}

/** §4.2.1.9, critical, of an authority. */
export function basicConstraints(pathLength?: number): Uint8Array {
  const limit = pathLength === undefined ? [] : [integer(pathLength)]
  return extension('2.5.29.19', sequence(boolean(true), ...limit), 'critical')
}

/** §4.2.1.12: who the holder is and what the key is for. Critical in time-stamping certificates (RFC 3161 §2.3). */
export function extKeyUsage(oids: readonly string[], critical?: 'critical'): Uint8Array {
  return extension('2.5.29.37', sequence(...oids.map(oid)), critical)
}

/** id-pkix-ocsp-nocheck, RFC 6960 §4.2.2.2.1: nobody need ask about the responder itself. */
export function noRevocationCheck(): Uint8Array {
  return extension('1.3.6.1.5.5.7.48.1.5', nullValue())
}

/** §4.2.1.4 with a pointer to the practice statement. */
export function certificatePolicy(policy: string): Uint8Array {
  const pointer = sequence(oid('1.3.6.1.5.5.7.2.1'), ia5String(`${HOST}/cps`))
  return extension('2.5.29.32', sequence(sequence(oid(policy), sequence(pointer))))
}

/** §4.2.1.2. */
export function subjectKeyIdentifier(keyId: Uint8Array): Uint8Array {
  return extension('2.5.29.14', octetString(keyId))
}

/** §4.2.1.1; authorities name the issuer and serial too, persons' certificates only the key. */
export function authorityKeyIdentifier(
  keyId: Uint8Array,
  of?: { readonly name: Uint8Array; readonly serial: Uint8Array },
): Uint8Array {
  const issuer = of ? [implicit(1, sequence(explicit(4, of.name))), implicit(2, unsignedInteger(of.serial))] : []
  return extension('2.5.29.35', sequence(contextPrimitive(0, keyId), ...issuer))
}

/** §4.2.1.13 and §4.2.1.15: the full list and its delta. */
export function revocationLists(issuer: string): Uint8Array[] {
  return [
    extension('2.5.29.31', distributionPoint(`${HOST}/crl/${issuer}.crl`)),
    extension('2.5.29.46', distributionPoint(`${HOST}/crl/${issuer}_d.crl`)),
  ]
}

/** §4.2.2.1: the responder and the issuer's certificate. */
export function authorityInformation(issuer: string): Uint8Array {
  const access = (method: string, url: string) => sequence(oid(method), contextPrimitive(6, ascii(url)))
  return extension(
    '1.3.6.1.5.5.7.1.1',
    sequence(access('1.3.6.1.5.5.7.48.1', `${HOST}/ocsp/`), access('1.3.6.1.5.5.7.48.2', `${HOST}/cert/${issuer}.cer`)),
  )
}

/** The national «Хранилище ключей»: where the key lives. Here always a PKCS#12 file. */
export function keyStorage(): Uint8Array {
  return extension('1.2.398.3.3.5', sequence(oid('1.2.398.3.3.5.1.1')))
}

/** One Extension (§4.2), also of requests, responses and lists. */
export function extension(id: string, value: Uint8Array, critical?: 'critical'): Uint8Array {
  return sequence(oid(id), ...(critical ? [boolean(true)] : []), octetString(value))
}

function distributionPoint(url: string): Uint8Array {
  const fullName = implicit(0, sequence(contextPrimitive(6, ascii(url))))
  return sequence(sequence(explicit(0, fullName)))
}

function ascii(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
