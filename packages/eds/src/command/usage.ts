// How the commands are called, and what is thrown when they are called otherwise.

export const USAGE = `eds verify <file.cms|file.asics|file.zip…> --anchors <file|dir> [--content <file>]
           [--intermediates <file|dir>]
           [--crl <file|dir>] [--ocsp <file|dir|url>] [--tsp-anchors <file|dir>]
           [--at <ISO time>] [--purpose signing|authentication|any] [--ber]
           [--json | --lang kk|ru|en]
eds cert <file…> [--json | --lang kk|ru|en]
           what a certificate says
eds inspect <file…> [--json | --lang kk|ru|en]
           what a file is, and its DER structure
eds trust check <dir> [--fingerprints <file>] [--lang kk|ru|en]
           whether the certificates in a directory are known authorities

Files may be PEM, base64 or DER; "-" is standard input. A container (ASiC-S, or an archive of evidence
with one inside) has its document in it. --anchors, --intermediates, --crl, --ocsp and
--tsp-anchors may be repeated. Of --ocsp an http or https address is asked about every certificate
of the chains; no address that stands in a certificate is ever asked.
Exit code: 0 valid or known, 1 invalid or unknown, 2 indeterminate, 64 wrong usage or an unreadable file.`

/** The caller's mistake, told in one sentence. The command ends with exit code 64. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
