// SEAL_KEY: a PEM file with the fund's RSA key and its certificate, then the certificates of who issued it, if there are any.
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'

export type SealKey = {
  readonly key: KeyObject
  readonly certificate: Uint8Array // DER
  readonly chain: readonly Uint8Array[] // of its issuers
}

/** The file does not hold what it must; the sentence says what. */
export class SealError extends Error {
  override readonly name = 'SealError'
}

const MIN_BITS = 2048

/** Throws SealError. */
export function readSealKey(file: string, now: Date): SealKey {
  const pem = readOr(file, () => readFileSync(file, 'utf8'), 'cannot be read')
  const key = readOr(file, () => createPrivateKey(pem), 'holds no private key without a password')
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []
  const certificates = blocks.map(block => readOr(file, () => new X509Certificate(block), 'holds a broken certificate'))
  const [own, ...issuers] = certificates
  if (!own) throw new SealError(`SEAL_KEY: ${file} holds no certificate`)
  const mistake = mistakeOf(key, own, now)
  if (mistake) throw new SealError(`SEAL_KEY: ${file} ${mistake}`)
  return { key, certificate: own.raw, chain: issuers.map(({ raw }) => raw) }
}

const WARN_BEFORE = 30 * 86_400_000

/** The end of a certificate that will not seal for long any more. */
export function endingSoon({ certificate }: SealKey, now: Date): Date | undefined {
  const end = new Date(new X509Certificate(certificate).validTo)
  return end.getTime() - now.getTime() < WARN_BEFORE ? end : undefined
}

function mistakeOf(key: KeyObject, certificate: X509Certificate, now: Date): string | undefined {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (key.asymmetricKeyType !== 'rsa' || bits < MIN_BITS) return `holds no RSA key of ${MIN_BITS} bits or more`
  if (!certificate.checkPrivateKey(key)) return 'holds a key and the certificate of another'
  if (now > new Date(certificate.validTo)) return `holds a certificate that ended on ${certificate.validTo}`
  return now < new Date(certificate.validFrom)
    ? `holds a certificate that begins on ${certificate.validFrom}`
    : undefined
}

function readOr<T>(file: string, read: () => T, complaint: string): T {
  try {
    return read()
  } catch (cause) {
    throw new SealError(`SEAL_KEY: ${file} ${complaint}`, { cause })
  }
}
