// Octet strings compared, and shown as hexadecimal.

/** Equality of public values: nothing secret is compared in this package, so it need not be constant in time. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

/** Lower-case hexadecimal, two digits an octet. */
export function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}
