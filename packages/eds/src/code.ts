// The stable codes in which a verification speaks, most important first, and what each does to the outcome.

export type Outcome = 'valid' | 'invalid' | 'indeterminate'

/**
 * Invalid: form, mathematics or path is broken, or the purpose is another. Indeterminate: the mathematics holds, but
 * something that trust needs is missing. An algorithm that we cannot compute makes *invalid*: that its mathematics
 * holds is exactly what nobody has shown here.
 */
const OUTCOMES = {
  'limit-exceeded': 'invalid',
  'container-invalid': 'invalid',
  'der-invalid': 'invalid',
  'not-signed-data': 'invalid',
  'no-signers': 'invalid',
  'content-mismatch': 'invalid',
  'signed-attributes-missing': 'invalid',
  'attribute-missing': 'invalid',
  'attribute-duplicated': 'invalid',
  'content-type-mismatch': 'invalid',
  'message-digest-mismatch': 'invalid',
  'certificate-missing': 'invalid',
  'algorithm-unsupported': 'invalid',
  'algorithm-mismatch': 'invalid',
  'signature-malformed': 'invalid',
  'signature-invalid': 'invalid',
  'ess-mismatch': 'invalid',
  'path-invalid': 'invalid',
  'purpose-mismatch': 'invalid',
  'certificate-revoked': 'invalid',
  'timestamp-invalid': 'invalid',
  'content-missing': 'indeterminate',
  'path-not-found': 'indeterminate',
  'certificate-not-yet-valid': 'indeterminate',
  'certificate-expired': 'indeterminate',
  'revocation-unknown': 'indeterminate',
  'timestamp-over-content': 'valid', // an old tool's quirk: the stamp is ignored and the signature judged without it
} as const satisfies Record<string, Outcome>

export type Code = keyof typeof OUTCOMES

const ORDER = Object.keys(OUTCOMES) as readonly Code[]

/** The codes without repetition, most important first. */
export function inOrder(codes: Iterable<Code>): readonly Code[] {
  const present = new Set(codes)
  return ORDER.filter(code => present.has(code))
}

/** What the worst of the codes makes of a signature; none makes it valid. */
export function outcomeOf(codes: Iterable<Code>): Outcome {
  return worst([...codes].map(code => OUTCOMES[code]))
}

/** Invalid before indeterminate before valid. */
export function worst(outcomes: readonly Outcome[]): Outcome {
  if (outcomes.includes('invalid')) return 'invalid'
  return outcomes.includes('indeterminate') ? 'indeterminate' : 'valid'
}
