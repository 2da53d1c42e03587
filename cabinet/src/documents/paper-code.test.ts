// The code on a paper: enough bits, no letter that is taken for another, read however it was typed.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { codesOf } from './paper-code.ts'
import { grouped, readCode } from './readable-code.ts'
import { aCertificate, aReceipt } from './test-papers.ts'

const [OLD, NEW] = ['00'.repeat(32), '11'.repeat(32)]
const of = (facts: Parameters<typeof codesOf>[0]['facts'], keys = [NEW], application = 'a-1') =>
  codesOf({ application, facts }, keyedHash(keys))
const [CODE] = of(aReceipt())

describe('the code of a paper', () => {
  it('has 100 bits, in groups of four that are read aloud', () => {
    expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    expect(grouped(CODE)).toBe(CODE.match(/.{4}/g)?.join('-'))
  })

  it('is the same for the same facts, and another for another paper, application or key', () => {
    expect(of(aReceipt())).toEqual([CODE])
    const others = [
      of(aReceipt({ name: 'Басқа' })),
      of(aReceipt(), [OLD]),
      of(aReceipt(), [NEW], 'a-2'),
      of(aCertificate()),
      of(aCertificate({ salt: 'b3RoZXJzYWx0b3RoZXJzYQ' })),
    ]
    expect(new Set([CODE, ...others.map(([code]) => code)]).size).toBe(others.length + 1)
  })

  it('is known under each key that is still accepted, the newest first', () => {
    expect(of(aReceipt(), [NEW, OLD])).toEqual([...of(aReceipt(), [NEW]), ...of(aReceipt(), [OLD])])
  })
})

describe('a code is read', () => {
  for (const [typed, because] of [
    [grouped(CODE), 'as it is printed'],
    [` ${CODE.toLowerCase().replace(/./g, '$& ')}`, 'in small letters with spaces between'],
    [grouped(CODE).replaceAll('-', '—'), 'with dashes of an office program'],
    [CODE.replace(/./g, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)), 'in wide letters'],
  ] as const)
    it(because, () => expect(readCode(typed)).toBe(CODE))

  it('with letters that are taken for others, of either alphabet', () => {
    expect(readCode('OoIi LlUu АВСЕ НКМО РТХУ')).toBe('00111' + '1VV' + 'ABCEHKM0PTXY')
  })

  it('and what cannot be one is none', () => {
    for (const typed of [
      '',
      CODE.slice(1),
      `${CODE}0`,
      `${CODE.slice(1)}Ж`,
      `${CODE.slice(1)}'`,
      '../../../../../../..',
      '\0'.repeat(20),
      'x'.repeat(1e6),
    ])
      expect(readCode(typed), typed.slice(0, 40)).toBeUndefined()
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), text =>
        /^[0-9A-HJKMNP-TV-Z]{20}$/.test(readCode(text) ?? CODE),
      ),
    )
  })
})
