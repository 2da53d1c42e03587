// Files named on the command line: as bytes, certificates, lists of revoked ones, answers of responders.
import { DerError } from '../der/error.ts'
import { decodeEach } from '../pem.ts'
import { type Crl, readCrl } from '../revocation/crl.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage.ts'

/** The file as people are told of it. */
export function nameOf(path: string): string {
  return path === '-' ? 'standard input' : path || '""'
}

/** Throws UsageError when the file cannot be read. */
export function readFile(path: string, terminal: Terminal): Uint8Array {
  return attempt(path, () => terminal.read(path))
}

/** What is read from files and directories; of a directory the files with such an ending. */
type Kind<T> = { readonly name: string; readonly ending: RegExp; readonly read: (der: Uint8Array) => T }

const CERTIFICATE: Kind<Certificate> = { name: 'certificate', ending: /\.(cer|crt|pem|der)$/i, read: readCertificate }
const LIST: Kind<Crl> = { name: 'list of revoked certificates', ending: /\.(crl|pem|der)$/i, read: readCrl }
const ANSWER: Kind<Uint8Array> = { name: 'OCSP response', ending: /\.(ocsp|ors|resp|der)$/i, read: der => der }

/**
 * The certificates in files and directories. Throws UsageError when one cannot be read or a path holds none: trust that
 * is asked for and not there must not go unnoticed.
 */
export function readCertificates(paths: readonly string[], terminal: Terminal): readonly Certificate[] {
  return readAll(paths, CERTIFICATE, terminal).map(({ value }) => value)
}

/** The same, each with its file. */
export function readNamedCertificates(paths: readonly string[], terminal: Terminal): readonly Named<Certificate>[] {
  return readAll(paths, CERTIFICATE, terminal)
}

/** Whether it is a directory with files that are named like certificates. */
export function hasCertificates(path: string, terminal: Terminal): boolean {
  try {
    return terminal.list(path)?.some(name => CERTIFICATE.ending.test(name)) ?? false
  } catch {
    return false // it is not there
  }
}

/** Complete lists and deltas. Throws UsageError as readCertificates does. */
export function readCrls(paths: readonly string[], terminal: Terminal): readonly Crl[] {
  return readAll(paths, LIST, terminal).map(({ value }) => value)
}

/** OCSP responses as they are: one that cannot be read proves nothing, and is judged so. Throws UsageError. */
export function readOcspResponses(paths: readonly string[], terminal: Terminal): readonly Uint8Array[] {
  return readAll(paths, ANSWER, terminal).map(({ value }) => value)
}

export type Named<T> = { readonly file: string; readonly value: T }

function readAll<T>(paths: readonly string[], kind: Kind<T>, terminal: Terminal): readonly Named<T>[] {
  return paths.flatMap(path => {
    const listed = path === '-' ? undefined : attempt(path, () => terminal.list(path))
    const files = listed?.filter(name => kind.ending.test(name)) ?? [path]
    if (files.length === 0) throw new UsageError(`there is no ${kind.name} (${endings(kind)}) in ${path}`)
    return files.flatMap(file => valuesIn(file, kind, terminal).map(value => ({ file, value })))
  })
}

function valuesIn<T>(file: string, { name, read }: Kind<T>, terminal: Terminal): readonly T[] {
  try {
    return decodeEach(readFile(file, terminal)).map(read)
  } catch (fault) {
    if (!(fault instanceof DerError)) throw fault
    throw new UsageError(`${nameOf(file)} is not a ${name} (${fault.message})`, { cause: fault })
  }
}

function endings({ ending }: Kind<unknown>): string {
  return [...ending.source.matchAll(/[a-z]+/g)].map(([letters]) => `.${letters}`).join(', ')
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new UsageError(`${nameOf(path)} cannot be read (${reason})`, { cause })
  }
}
