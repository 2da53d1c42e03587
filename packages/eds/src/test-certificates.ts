// Certificates for tests, ordinary unless told otherwise. RFC 5280 §4.1, subjects and extensions in the national shape.
import {
  bitString,
  boolean,
  contextPrimitive,
  explicit,
  ia5String,
  implicit,
  integer,
  octetString,
  oid,
  printableString,
  sequence,
  setOf,
  time,
  utf8String,
} from './der/write.ts'
import { algorithm, type TestKey } from './test-keys.ts'
import { type Certificate, readCertificate } from './x509/certificate.ts'

export type Holder = { readonly key: TestKey; readonly name: Uint8Array }
export type Issued = Holder & { readonly certificate: Certificate }

export type CertificateOptions = {
  readonly serial?: bigint
  readonly notBefore?: Date
  readonly notAfter?: Date
  readonly validity?: Uint8Array // as it will be written, in the place of the two dates
  readonly version?: number
  readonly extensions?: readonly Uint8Array[]
  readonly signatureAlgorithm?: Uint8Array // the outer AlgorithmIdentifier
  readonly changeSignature?: (signature: Uint8Array) => Uint8Array
}

export const NOON = new Date('2026-11-22T12:00:00Z') // the judging time of tests
export const TEST_IIN = '991301300017' // month 13: nobody's

const INDIVIDUAL_SIGNING = ['1.3.6.1.5.5.7.3.4', '1.2.398.3.3.4.1.1']

/** Distinguished name of attributes in the order given: [['CN', 'UTF8'], …]. */
export function nameOf(attributes: readonly (readonly [dotted: string, value: string])[]): Uint8Array {
  return sequence(...attributes.map(([dotted, value]) => setOf(sequence(oid(dotted), nameValue(dotted, value)))))
}

export function authorityName(commonName: string): Uint8Array {
  return nameOf([
    ['2.5.4.3', commonName],
    ['2.5.4.6', 'KZ'],
  ])
}

export function personName(iin = TEST_IIN): Uint8Array {
  return nameOf([
    ['2.5.4.3', 'СЫНАҚОВ СЫНАҚ'],
    ['2.5.4.4', 'СЫНАҚОВ'],
    ['2.5.4.5', `IIN${iin}`],
    ['2.5.4.6', 'KZ'],
    ['2.5.4.42', 'СЫНАҚҰЛЫ'],
  ])
}

/** A self-signed authority. */
export function makeRoot(key: TestKey, commonName = 'ROOT', options: CertificateOptions = {}): Issued {
  const self = { key, name: authorityName(commonName) }
  return issue(self, self, { extensions: authorityExtensions(commonName), ...options })
}

export function makeAuthority(issuer: Holder, key: TestKey, commonName: string, options: CertificateOptions = {}) {
  const subject = { key, name: authorityName(commonName) }
  return issue(issuer, subject, { extensions: authorityExtensions(commonName), ...options })
}

/** An individual's signing certificate. */
export function makePerson(issuer: Holder, key: TestKey, options: CertificateOptions = {}): Issued {
  return issue(issuer, { key, name: personName() }, options)
}

/** Any certificate; an individual's signing one unless its extensions are given. */
export function issue(issuer: Holder, subject: Holder, options: CertificateOptions = {}): Issued {
  const certificate = readCertificate(encodeCertificate(issuer, subject, options))
  return { ...subject, certificate }
}

export function encodeCertificate(issuer: Holder, subject: Holder, options: CertificateOptions = {}): Uint8Array {
  const { signatureAlgorithm } = issuer.key
  const { extensions = [keyUsage(0xc0), extendedKeyUsage(INDIVIDUAL_SIGNING)] } = options
  const signedPart = sequence(
    explicit(0, integer(options.version ?? 2)),
    integer(options.serial ?? 0x1234567890n),
    algorithm(signatureAlgorithm),
    issuer.name,
    options.validity ?? validity(options),
    subject.name,
    subject.key.publicKey,
    ...(extensions.length > 0 ? [explicit(3, sequence(...extensions))] : []),
  )
  const signature = issuer.key.sign(signedPart)
  return sequence(
    signedPart,
    options.signatureAlgorithm ?? algorithm(signatureAlgorithm),
    bitString(options.changeSignature?.(signature) ?? signature),
  )
}

function validity({ notBefore = new Date('2026-01-01'), notAfter = new Date('2027-01-01') }: CertificateOptions) {
  return sequence(time(notBefore), time(notAfter))
}

export function extension(dotted: string, value: Uint8Array, critical?: 'critical'): Uint8Array {
  return sequence(oid(dotted), ...(critical ? [boolean(true)] : []), octetString(value))
}

/** `bits` is the first octet: 0xc0 digitalSignature and nonRepudiation, 0x06 keyCertSign and cRLSign. */
export function keyUsage(bits: number): Uint8Array {
  const unused = Math.clz32(bits & -bits) === 32 ? 0 : 31 - Math.clz32(bits & -bits)
  return extension('2.5.29.15', bitString(Uint8Array.of(bits), unused), 'critical')
}

export function extendedKeyUsage(purposes: readonly string[]): Uint8Array {
  return extension('2.5.29.37', sequence(...purposes.map(oid)))
}

export function basicConstraints(ca: boolean, pathLength?: number): Uint8Array {
  const fields = [...(ca ? [boolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])]
  return extension('2.5.29.19', sequence(...fields), 'critical')
}

export function subjectKeyId(text: string): Uint8Array {
  return extension('2.5.29.14', octetString(new TextEncoder().encode(text)))
}

export function authorityKeyId(text: string): Uint8Array {
  return extension('2.5.29.35', sequence(contextPrimitive(0, new TextEncoder().encode(text))))
}

export function subjectAltName(email: string): Uint8Array {
  return extension('2.5.29.17', sequence(implicit(1, ia5String(email))))
}

export function authorityExtensions(keyId: string, pathLength?: number): readonly Uint8Array[] {
  return [basicConstraints(true, pathLength), keyUsage(0x06), subjectKeyId(keyId)]
}

function nameValue(dotted: string, value: string): Uint8Array {
  return dotted === '2.5.4.5' || dotted === '2.5.4.6' ? printableString(value) : utf8String(value)
}
