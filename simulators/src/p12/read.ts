// Opens a PKCS#12 key file (RFC 7292) as the national authority writes them: MAC, one encrypted key, its certificate.
import { timingSafeEqual } from 'node:crypto'
import type { SigningKey } from '../pki/signing-key.ts'
import { child, children, dotted, encode, type Node, octets, parseBer, small } from './ber.ts'
import { KeyFileError } from './error.ts'
import { decrypt, isKnownScheme, mac } from './password.ts'
import { readPrivateKeyInfo } from './private-key-info.ts'

export type KeyStore = { readonly key: SigningKey; readonly certificate: Uint8Array }

export const CONTENT_DATA = '1.2.840.113549.1.7.1'
export const CONTENT_ENCRYPTED = '1.2.840.113549.1.7.6'
export const BAG_SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2'
export const BAG_CERTIFICATE = '1.2.840.113549.1.12.10.1.3'
export const LOCAL_KEY_ID = '1.2.840.113549.1.9.21'
export const SHA1 = '1.3.14.3.2.26'

type Bag = { readonly type: string; readonly value: Node; readonly keyId: string }

/** The key and its certificate (DER). Throws KeyFileError: `wrong-password`, `not-a-key-file`, `unsupported`. */
export function openKeyFile(bytes: Uint8Array, password: string): KeyStore {
  const pfx = parseBer(bytes) // RFC 7292 §4
  const safe = octets(child(child(child(pfx, 1), 1), 0))
  checkMac(child(pfx, 2), password, safe)

  const bags = children(parseBer(safe)).flatMap(content => bagsOf(content, password)) // §4.1, §4.2
  const keyBag = bags.find(bag => bag.type === BAG_SHROUDED_KEY)
  if (!keyBag) throw new KeyFileError('unsupported', 'no encrypted key inside')
  const key = readPrivateKeyInfo(parseBer(decrypted(keyBag.value, password))) // §4.2.2
  return { key, certificate: certificateFor(keyBag, bags) }
}

function checkMac(macData: Node, password: string, safe: Uint8Array): void {
  const digestInfo = child(macData, 0)
  if (dotted(child(child(digestInfo, 0), 0)) !== SHA1) throw new KeyFileError('unsupported', 'the MAC is not SHA-1')
  const iterations = macData.value.length > 2 ? small(child(macData, 2)) : 1
  const expected = octets(child(digestInfo, 1))
  const actual = mac({ salt: octets(child(macData, 1)), iterations }, password, safe)
  if (expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw new KeyFileError('wrong-password', 'the MAC does not fit')
  }
}

function bagsOf(content: Node, password: string): Bag[] {
  const type = dotted(child(content, 0))
  const value = child(child(content, 1), 0)
  if (type === CONTENT_DATA) return readBags(octets(value))
  if (type !== CONTENT_ENCRYPTED) throw new KeyFileError('unsupported', `content ${type}`)
  const info = child(value, 1) // EncryptedContentInfo, RFC 5652 §8
  return readBags(decryptWith(child(info, 1), octets(child(info, 2)), password))
}

function readBags(bytes: Uint8Array): Bag[] {
  return children(parseBer(bytes)).map(bag => ({
    type: dotted(child(bag, 0)),
    value: child(child(bag, 1), 0),
    keyId: keyIdOf(children(bag)[2]),
  }))
}

function keyIdOf(attributes: Node | undefined): string {
  const found = attributes && children(attributes).find(attribute => dotted(child(attribute, 0)) === LOCAL_KEY_ID)
  return found ? Buffer.from(encode(child(found, 1))).toString('hex') : ''
}

function decrypted(shrouded: Node, password: string): Uint8Array {
  return decryptWith(child(shrouded, 0), octets(child(shrouded, 1)), password)
}

function decryptWith(algorithm: Node, bytes: Uint8Array, password: string): Uint8Array {
  const oid = dotted(child(algorithm, 0))
  if (!isKnownScheme(oid)) throw new KeyFileError('unsupported', `encryption ${oid}`)
  const parameters = child(algorithm, 1)
  const scheme = { oid, salt: octets(child(parameters, 0)), iterations: small(child(parameters, 1)) }
  const plain = decrypt(scheme, password, bytes)
  if (!plain) throw new KeyFileError('wrong-password', 'the padding does not fit')
  return plain
}

/** The certificate with the key's localKeyId; a file with a single certificate need not say it. */
function certificateFor(keyBag: Bag, bags: readonly Bag[]): Uint8Array {
  const certificates = bags.filter(bag => bag.type === BAG_CERTIFICATE)
  const own = certificates.find(bag => bag.keyId !== '' && bag.keyId === keyBag.keyId) ?? certificates[0]
  if (!own) throw new KeyFileError('unsupported', 'no certificate inside')
  return octets(child(child(own.value, 1), 0)) // CertBag, §4.2.3
}
