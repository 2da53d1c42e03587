// Keyed hashes of secrets: which keys there must be, and which secrets are known under them.
import { expect, it } from 'vitest'
import { keyedHash } from './keyed-hash.ts'

const [OLD, NEW] = ['11'.repeat(32), '22'.repeat(32)]

it('without a key, or with an empty one, nothing is hashed', () => {
  for (const keys of [[], [''], [NEW, '']]) expect(() => keyedHash(keys)).toThrow('SESSION_KEY: no key')
})

it('while keys are rotated a secret of the old one is found, and new ones are kept under the newest', () => {
  const rotating = keyedHash([NEW, OLD])
  expect(rotating.all('secret')).toEqual([keyedHash([NEW]).one('secret'), keyedHash([OLD]).one('secret')])
  expect(rotating.one('secret')).toEqual(keyedHash([NEW]).one('secret'))
  expect(rotating.one('secret')).not.toEqual(rotating.one('another'))
})
