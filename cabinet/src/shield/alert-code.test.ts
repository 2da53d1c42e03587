// The code of an alert: enough bits, the same each time, and nothing that could be taken for it.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { alertCodeOf, kept, parseAlertCode } from './alert-code.ts'

const hash = keyedHash(['11'.repeat(32), '22'.repeat(32)])

describe('the code of an alert', () => {
  it('is of 100 bits, the same for the same message under the same key, and another for any other', () => {
    const message = randomUUID()
    const code = alertCodeOf(message, hash)
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{20}$/)
    expect(alertCodeOf(message, hash)).toBe(code)
    const others = [alertCodeOf(randomUUID(), hash), alertCodeOf(message, keyedHash(['33'.repeat(32)]))]
    expect(new Set([code, ...others]).size).toBe(3)
  })

  it('is found under each key that is still accepted, and is not what is kept', () => {
    const code = alertCodeOf(randomUUID(), hash)
    const { one, all } = kept(code, hash)
    expect(all).toHaveLength(2)
    expect(all[0]).toEqual(one)
    expect(one.toString('latin1')).not.toContain(code)
  })

  it('is read as somebody copies it, and as nothing else', () => {
    expect(parseAlertCode('7K3F9Q2MOXW8I5H1N6B0')).toBe('7k3f9q2m0xw815h1n6b0')
    for (const other of ['', '7k3f9q2m0xw8z', 'u'.repeat(20), '٠'.repeat(20), `${'0'.repeat(19)}'`, '0'.repeat(21)])
      expect(parseAlertCode(other), other).toBeUndefined()
  })
})
