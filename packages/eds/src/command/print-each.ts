// What `eds cert` and `eds inspect` have in common: of every element of DER in the files something is printed.
import { DerError } from '../der/error.ts'
import { codeOf } from '../error.ts'
import { decodeEach } from '../pem.ts'
import { nameOf, readFile } from './files.ts'
import type { ExitCode } from './main.ts'
import { printable } from './printable.ts'
import type { Terminal } from './terminal.ts'

/** Exit code 1 when there is a file that `print` refuses with DerError. Throws UsageError when one cannot be read. */
export function printEach(files: readonly string[], print: (der: Uint8Array) => string, terminal: Terminal): ExitCode {
  const inputs = files.map(file => ({ file, bytes: readFile(file, terminal) })) // all of them, before a word is said
  let exitCode: ExitCode = 0
  for (const { file, bytes } of inputs) {
    try {
      for (const der of decodeEach(bytes)) terminal.out(print(der))
    } catch (fault) {
      if (!(fault instanceof DerError)) throw fault
      terminal.err(printable(`${nameOf(file)}: ${codeOf(fault)} (${fault.message})`))
      exitCode = 1
    }
  }
  return exitCode
}
