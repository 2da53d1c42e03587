import { describe, expect, it } from 'vitest'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { operationTokens } from './token.ts'

const [OLD, NEW] = ['11'.repeat(32), '22'.repeat(32)]
const ID = 'a'.repeat(22)

describe('the token of an operation', () => {
  const before = operationTokens(keyedHash([OLD]))
  const rotating = operationTokens(keyedHash([NEW, OLD]))
  const after = operationTokens(keyedHash([NEW]))
  const bearer = (token: string) => `Bearer ${token}`

  it('opens its own operation and no other', () => {
    expect(before.isOf(ID, bearer(before.of(ID)))).toBe(true)
    expect(before.isOf('b'.repeat(22), bearer(before.of(ID)))).toBe(false)
  })

  it('given out before the key was changed is good until the old key goes', () => {
    const token = bearer(before.of(ID))
    expect([rotating.isOf(ID, token), after.isOf(ID, token)]).toEqual([true, false])
    expect(after.isOf(ID, bearer(rotating.of(ID)))).toBe(true)
  })
})
