// `eds trust check`: are the certificates in a directory the ones that somebody has decided to trust?
import { NATIONAL_AUTHORITIES, type NationalAuthority } from '../national-fingerprints.ts'
import { EARLIER_AUTHORITIES } from '../trust/earlier-authorities.ts'
import { fingerprintOf, readFingerprints } from '../trust/fingerprint.ts'
import type { Certificate } from '../x509/certificate.ts'
import { formatName, valuesOf } from '../x509/name.ts'
import { keyKind } from '../x509/public-key.ts'
import { readArguments } from './arguments.ts'
import { hasCertificates, type Named, nameOf, readFile, readNamedCertificates } from './files.ts'
import { readLanguage } from './language.ts'
import type { ExitCode } from './main.ts'
import type { TrustMessages } from './messages/messages.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage.ts'

/**
 * How many are known, then a block of text a certificate; exit code 1 when one is not on the positive list, which is the built-in one and that in
 * the file of --fingerprints. Throws UsageError, also when there is no certificate.
 */
export function trustCommand([name, ...argv]: readonly string[], terminal: Terminal): ExitCode {
  if (name !== 'check') throw new UsageError('eds trust knows one thing to do: check')
  const { values, files } = readArguments(argv, { fingerprints: { type: 'string' }, lang: { type: 'string' } })
  const t = readLanguage(values.lang).trust
  const given = values.fingerprints === undefined ? NONE : readList(values.fingerprints, terminal)
  const list = new Map([...builtIn(t), ...given])
  const certificates = files.flatMap(path => certificatesUnder(path, terminal))
  const unknown = certificates.filter(({ value }) => !list.has(fingerprintOf(value)))
  terminal.out(t.count(certificates.length - unknown.length, certificates.length))
  for (const certificate of certificates) terminal.out(describe(certificate, { list, now: terminal.now(), t }))
  return unknown.length > 0 ? 1 : 0
}

const NONE: ReadonlyMap<string, string> = new Map()

function builtIn(t: TrustMessages): readonly (readonly [sha256: string, what: string])[] {
  const name = ({ file, is }: NationalAuthority) => `${file}, ${is === 'root' ? t.root : t.issuing}`
  return [
    ...NATIONAL_AUTHORITIES.map(authority => [authority.sha256, name(authority)] as const),
    ...EARLIER_AUTHORITIES.map(one => [one.sha256, `${name(one)}, ${t.forThePast(one.years)}`] as const),
  ]
}

function readList(file: string, terminal: Terminal): ReadonlyMap<string, string> {
  try {
    return readFingerprints(new TextDecoder().decode(readFile(file, terminal)))
  } catch (fault) {
    if (!(fault instanceof RangeError)) throw fault
    throw new UsageError(`${nameOf(file)}: ${fault.message}`, { cause: fault })
  }
}

/** A directory of trust may have one for signers, one for those between, one for time stamps. */
const PARTS = ['signers', 'intermediates', 'tsp']

function certificatesUnder(path: string, terminal: Terminal): readonly Named<Certificate>[] {
  const holding = [path, ...PARTS.map(part => `${path}/${part}`)].filter(folder => hasCertificates(folder, terminal))
  return readNamedCertificates(holding.length > 0 ? holding : [path], terminal)
}

type Context = { readonly list: ReadonlyMap<string, string>; readonly now: Date; readonly t: TrustMessages }

function describe({ file, value }: Named<Certificate>, { list, now, t }: Context): string {
  const fingerprint = fingerprintOf(value)
  const known = list.get(fingerprint)
  const name = valuesOf(value.subject, '2.5.4.3')[0] ?? formatName(value.subject)
  return [
    `${nameOf(file)}: ${known === undefined ? t.unknown : `${t.known}${known && `: ${known}`}`}`,
    `  ${name}, ${keyKind(value.publicKey)}, ${value.basicConstraints?.ca ? t.authority : t.noAuthority}`,
    `  ${value.notBefore.toISOString()} – ${value.notAfter.toISOString()}${outOfTime(value, now, t)}`,
    `  SHA-256 ${fingerprint}`,
  ]
    .map(printable)
    .join('\n')
}

function outOfTime({ notBefore, notAfter }: Certificate, now: Date, t: TrustMessages): string {
  if (now < notBefore) return `, ${t.notYetValid}`
  return now > notAfter ? `, ${t.expired}` : ''
}
