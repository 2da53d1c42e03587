// Writes a key file in the national shape: PKCS#12 (RFC 7292), MAC SHA-1, the key by 3DES, its certificate by RC2-40.
import { randomBytes } from 'node:crypto'
import { element, explicit, integer, nullValue, octetString, oid, sequence, setOf } from '@otinish/eds/der/write'
import { encrypt, mac, PBE_SHA1_3DES, PBE_SHA1_RC2_40 } from './password.ts'
import { writePrivateKeyInfo } from './private-key-info.ts'
import {
  BAG_CERTIFICATE,
  BAG_SHROUDED_KEY,
  CONTENT_DATA,
  CONTENT_ENCRYPTED,
  type KeyStore,
  LOCAL_KEY_ID,
  SHA1,
} from './read.ts'

const ITERATIONS = 1024 // what the national files have; these keys protect nothing
const FRIENDLY_NAME = '1.2.840.113549.1.9.20'
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1'

/** The file. `keyId` is the subject key identifier: it names the key inside as it names the file outside. */
export function writeKeyFile(store: KeyStore, keyId: Uint8Array, password: string): Uint8Array {
  const attributes = bagAttributes(keyId)
  const keyBag = sequence(
    oid(BAG_SHROUDED_KEY),
    explicit(0, shroud(PBE_SHA1_3DES, password, writePrivateKeyInfo(store.key))),
    attributes,
  )
  const certificate = sequence(oid(X509_CERTIFICATE), explicit(0, octetString(store.certificate)))
  const certificateBag = sequence(oid(BAG_CERTIFICATE), explicit(0, certificate), attributes)
  const safe = sequence(plainContent(sequence(keyBag)), encryptedContent(sequence(certificateBag), password))
  return sequence(integer(3), plainContent(safe), macData(safe, password))
}

function plainContent(bytes: Uint8Array): Uint8Array {
  return sequence(oid(CONTENT_DATA), explicit(0, octetString(bytes)))
}

/** EncryptedData, RFC 5652 §8. */
function encryptedContent(bytes: Uint8Array, password: string): Uint8Array {
  const { algorithm, encrypted } = protect(PBE_SHA1_RC2_40, password, bytes)
  const info = sequence(oid(CONTENT_DATA), algorithm, element(0x80, encrypted))
  return sequence(oid(CONTENT_ENCRYPTED), explicit(0, sequence(integer(0), info)))
}

/** EncryptedPrivateKeyInfo, RFC 5208 §6. */
function shroud(scheme: string, password: string, bytes: Uint8Array): Uint8Array {
  const { algorithm, encrypted } = protect(scheme, password, bytes)
  return sequence(algorithm, octetString(encrypted))
}

function protect(scheme: string, password: string, bytes: Uint8Array) {
  const salt = randomBytes(20)
  const encrypted = encrypt({ oid: scheme, salt, iterations: ITERATIONS }, password, bytes)
  return { algorithm: sequence(oid(scheme), sequence(octetString(salt), integer(ITERATIONS))), encrypted }
}

function macData(safe: Uint8Array, password: string): Uint8Array {
  const salt = randomBytes(20)
  const value = mac({ salt, iterations: ITERATIONS }, password, safe)
  const digestInfo = sequence(sequence(oid(SHA1), nullValue()), octetString(value))
  return sequence(digestInfo, octetString(salt), integer(ITERATIONS))
}

function bagAttributes(keyId: Uint8Array): Uint8Array {
  const name = Buffer.from(Buffer.from(keyId).toString('hex'), 'utf16le').swap16() // BMPString, big-endian
  return setOf(
    sequence(oid(FRIENDLY_NAME), setOf(element(0x1e, name))),
    sequence(oid(LOCAL_KEY_ID), setOf(octetString(keyId))),
  )
}
