// How the commands are called, and what is thrown when they are called otherwise.

export const USAGE = `eds verify <file.cms…> --anchors <file|dir> [--content <file>] [--intermediates <file|dir>]
           [--crl <file|dir>] [--ocsp <file|dir|url>] [--tsp-anchors <file|dir>]
           [--at <ISO time>] [--purpose signing|authentication|any] [--json]
eds cert <file…> [--json]        what a certificate says
eds inspect <file…> [--json]     the DER structure of a file

Files may be PEM, base64 or DER; "-" is standard input.
Exit code: 0 valid, 1 invalid, 2 indeterminate, 64 wrong usage or an unreadable file.`

/** The caller's mistake, told in one sentence. The command ends with exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
