// Secrets that browsers carry (sessions, starters, challenges) and how they are kept: as keyed hashes.
import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'

/** 256 random bits, 43 characters. */
export function makeSecret(): string {
  return randomBytes(32).toString('base64url')
}

export type KeyedHash = {
  readonly one: (secret: string) => Buffer // under the newest key
  readonly all: (secret: string) => Buffer[] // under every key that is still accepted
}

/** `keys` are SESSION_KEY, hex, the newest first. */
export function keyedHash(keys: readonly string[]): KeyedHash {
  const made = keys.map(key => createSecretKey(key, 'hex'))
  const [newest] = made
  if (!newest || keys.includes('')) throw new Error('SESSION_KEY: no key')
  const under = (key: KeyObject, secret: string) => createHmac('sha256', key).update(secret).digest()
  return { one: secret => under(newest, secret), all: secret => made.map(key => under(key, secret)) }
}
