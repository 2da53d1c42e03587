// What the fund's core can be refused. Another program reads these: codes and English only.

export const CORE_PROBLEMS = {
  'key-unknown': { status: 401, title: 'The bearer key is missing, unknown or revoked.' },
  'scope-missing': { status: 403, title: 'The key does not carry the scope that this call needs.' },
  'application-unknown': { status: 404, title: 'There is no application with this id.' },
  'identity-changed': {
    status: 409,
    title: 'The person, series, number or kind of a known application cannot change.',
  },
  'number-taken': { status: 409, title: 'Another application of this series has this number.' },
  'state-final': { status: 409, title: 'The application is in a final state that this message contradicts.' },
  'claim-needed': { status: 409, title: 'An application of this kind is executed only under a claim.' },
  'claim-held': { status: 409, title: 'The application is claimed: report the end by a status event.' },
  'claim-unknown': { status: 409, title: 'The application is not claimed under this claim id.' },
  'withdrawal-being-checked': { status: 409, title: 'A signed withdrawal is being checked. Ask again later.' },
  'status-unclear': { status: 409, title: 'The status of the application is unclear: send it first.' },
  'document-empty': { status: 400, title: 'The body is empty: send the PDF itself.' },
  'document-too-large': { status: 413, title: 'The document is larger than what is taken: `limit`, in bytes.' },
  'media-type-unsupported': { status: 415, title: 'A document is sent as application/pdf.' },
  'document-not-pdf': { status: 422, title: 'The body is not a whole PDF: from %PDF- to %%EOF.' },
  'event-mismatch': { status: 409, title: 'Another event with this id was processed.' },
} as const satisfies Record<string, { status: number; title: string }>

export type CoreProblem = keyof typeof CORE_PROBLEMS
