// Runs of NIST's PKITS whose verdict is not reached here, with the reason.

/** Every run here is answered otherwise than NIST expects; one that is not is an error in this list. */
export const DECLARED: readonly { readonly because: string; readonly runs: readonly string[] }[] = [
  { because: 'DSA: no longer used by anybody, withdrawn by FIPS 186-5; it is not computed', runs: ['4.1.4', '4.1.5'] },
]
