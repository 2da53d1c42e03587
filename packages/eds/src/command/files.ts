// Files named on the command line, as bytes and as certificates.
import { DerError } from '../der/error.ts'
import { decodeEach } from '../pem.ts'
import { type Certificate, readCertificate } from '../x509/certificate.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage.ts'

/** Throws UsageError when the file cannot be read. */
export function readFile(path: string, terminal: Terminal): Uint8Array {
  return attempt(path, () => terminal.read(path))
}

/**
 * The certificates in files and directories; of a directory the files that are named like certificates. Throws
 * UsageError when one cannot be read or a path holds none: trust that is asked for and not there must not go unnoticed.
 */
export function readCertificates(paths: readonly string[], terminal: Terminal): readonly Certificate[] {
  return paths.flatMap(path => {
    const listed = path === '-' ? undefined : attempt(path, () => terminal.list(path))
    const files = listed?.filter(name => /\.(cer|crt|pem|der)$/i.test(name)) ?? [path]
    if (files.length === 0) throw new UsageError(`there is no certificate (.cer, .crt, .pem, .der) in ${path}`)
    return files.flatMap(file => certificatesIn(file, terminal))
  })
}

function certificatesIn(file: string, terminal: Terminal): readonly Certificate[] {
  try {
    return decodeEach(readFile(file, terminal)).map(der => readCertificate(der))
  } catch (fault) {
    if (!(fault instanceof DerError)) throw fault
    throw new UsageError(`${file} is not a certificate (${fault.message})`, { cause: fault })
  }
}

function attempt<T>(path: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason'
    throw new UsageError(`${path === '-' ? 'standard input' : path} cannot be read (${reason})`, { cause })
  }
}
