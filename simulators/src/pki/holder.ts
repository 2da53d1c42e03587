// What NCALayer needs to know of a certificate: whose it is, what for, until when, who issued it. RFC 5280 §4.1.
import type { Element } from '@otinish/eds/der/read'
import { readDer } from '@otinish/eds/der/read'
import { readText } from '@otinish/eds/der/text'
import { readTime } from '@otinish/eds/der/time'
import { readOctetString, readOid } from '@otinish/eds/der/value'

export type HolderFacts = {
  readonly commonName: string
  readonly issuerName: string
  readonly issuedBy: 'gost' | 'rsa' // the kind of the key that signed the certificate
  readonly iin: string | undefined
  readonly bin: string | undefined
  readonly serial: Uint8Array
  readonly issuer: Uint8Array // Name, DER
  readonly subject: Uint8Array // Name, DER
  readonly notBefore: Date
  readonly notAfter: Date
  readonly extKeyUsage: readonly string[]
}

const SUBJECT = { commonName: '2.5.4.3', serialNumber: '2.5.4.5', organisationalUnit: '2.5.4.11' } as const
const RSA_SIGNATURE = '1.2.840.113549.1.1.11' // sha256WithRSAEncryption
const EXT_KEY_USAGE = '2.5.29.37'

/** Throws DerError when the bytes are not a certificate. */
export function readHolder(certificate: Uint8Array): HolderFacts {
  const tbs = at(readDer(certificate), 0)
  const [serial, signature, issuer, validity, subject] = tbs.children.slice(1)
  if (!serial || !signature || !issuer || !validity || !subject) throw new TypeError('not a certificate of version 3')
  const unit = attribute(subject, SUBJECT.organisationalUnit)
  return {
    commonName: attribute(subject, SUBJECT.commonName) ?? '',
    issuerName: attribute(issuer, SUBJECT.commonName) ?? '',
    issuedBy: readOid(at(signature, 0)) === RSA_SIGNATURE ? 'rsa' : 'gost',
    iin: digitsAfter('IIN', attribute(subject, SUBJECT.serialNumber)),
    bin: digitsAfter('BIN', unit),
    serial: serial.content,
    issuer: issuer.encoded,
    subject: subject.encoded,
    notBefore: readTime(at(validity, 0)),
    notAfter: readTime(at(validity, 1)),
    extKeyUsage: extKeyUsageOf(tbs),
  }
}

function attribute(name: Element, type: string): string | undefined {
  const found = name.children.map(rdn => at(rdn, 0)).find(pair => readOid(at(pair, 0)) === type)
  return found && readText(at(found, 1))
}

function digitsAfter(prefix: string, text: string | undefined): string | undefined {
  return text?.startsWith(prefix) ? text.slice(prefix.length) : undefined
}

function extKeyUsageOf(tbs: Element): string[] {
  const list = tbs.children.find(item => item.tag === 0xa3)
  const found = list && at(list, 0).children.find(item => readOid(at(item, 0)) === EXT_KEY_USAGE)
  const value = found?.children.at(-1)
  return value ? readDer(readOctetString(value)).children.map(readOid) : []
}

function at(parent: Element, index: number): Element {
  const found = parent.children[index]
  if (!found) throw new TypeError('not a certificate')
  return found
}
