// What the person and the app do with a scanned code: sign as they should, or one of the ways to do otherwise.
import type { DemoKey } from '../demo/authority.ts'

export type Way = {
  readonly closes?: 'after-api1' | 'after-api2' // the app is closed, and the service hears nothing more
  readonly age?: 'old' // no Accept-Language, no `version`; takes services of that age too
  readonly key?: Pick<DemoKey, 'purpose' | 'what'> | 'somebody-else'
  readonly login?: Way['key'] // the key with which the app says who asks, where the service wants to know (Eds)
  readonly signs?: 'another-text' | 'detached' | 'badly'
  readonly sends?: 'cancelled' | 'unsigned' | 'other-ids' | 'other-method' | 'garbage' | 'much'
  readonly token?: 'none' | 'wrong' // at the PUT
  readonly again?: 'at-once' | 'same' | 'empty' // another PUT: beside the first, or after its answer
}

const signingKey = (what: DemoKey['what']): Way => ({ key: { purpose: 'signing', what } })

export const WAYS = {
  sign: {},
  decline: { sends: 'cancelled' },
  look: { closes: 'after-api1' },
  drop: { closes: 'after-api2' },
  twice: { again: 'at-once' },
  'third-same': { again: 'same' },
  'third-empty': { again: 'empty' },
  'wrong-person': { key: 'somebody-else' },
  'authentication-key': { key: { purpose: 'authentication', what: 'good' } },
  'expired-key': signingKey('expired'),
  'not-yet-valid-key': signingKey('not-yet-valid'),
  'revoked-key': signingKey('revoked'),
  'company-key': signingKey('company-head'),
  'foreign-key': signingKey('foreign'),
  'somebody-else-asks': { login: 'somebody-else' },
  'signing-key-asks': { login: { purpose: 'signing', what: 'good' } },
  tampered: { signs: 'another-text' },
  detached: { signs: 'detached' }, // although the data was asked for inside
  'broken-signature': { signs: 'badly' },
  unsigned: { sends: 'unsigned' }, // what was served, without a word of cancelling
  'other-ids': { sends: 'other-ids' },
  'other-method': { sends: 'other-method' },
  garbage: { sends: 'garbage' },
  huge: { sends: 'much' },
  'no-token': { token: 'none' },
  'wrong-token': { token: 'wrong' },
  'old-app': { age: 'old' },
} as const satisfies Record<string, Way>
export type How = keyof typeof WAYS

/** Whether it is the name of a way. */
export function isHow(value: unknown): value is How {
  return typeof value === 'string' && Object.hasOwn(WAYS, value)
}

/** What is done in this way. */
export function wayOf(how: How): Way {
  return WAYS[how]
}
