// The code of a withdrawal: nobody makes one without the key, everybody can read it aloud and type it.
import { describe, expect, it } from 'vitest'
import { grouped } from '../documents/readable-code.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import {
  hashOfRegistrationCode,
  isCodeOf,
  isKeptCode,
  readRegistration,
  registrationCodes,
  verificationPath,
} from './registration-code.ts'

const [OLD, NEW] = ['00'.repeat(32), '11'.repeat(32)] as const
const RECEIVED = new Date('2026-06-16T07:00:00.123Z')
const of = (number = '1042-ОЖ', receivedAt = RECEIVED, keys: readonly string[] = [NEW]) =>
  registrationCodes({ number, receivedAt }, keyedHash(keys))
const [CODE] = of()

describe('the code of a withdrawal', () => {
  it('has 100 bits, and is another for another number, moment or key', () => {
    expect(CODE).toMatch(/^[0-9A-HJKMNP-TV-Z]{20}$/)
    const others = [of('1043-ОЖ'), of('1042-ОЖ', new Date(RECEIVED.getTime() + 1)), of('1042-ОЖ', RECEIVED, [OLD])]
    expect(new Set([CODE, ...others.map(([code]) => code)]).size).toBe(4)
  })

  it('is known under each key that is still accepted, the newest first', () => {
    expect(of('1042-ОЖ', RECEIVED, [NEW, OLD])).toEqual([CODE, ...of('1042-ОЖ', RECEIVED, [OLD])])
  })

  it('is recognised however it was typed, and nothing else is', () => {
    const codes = of('1042-ОЖ', RECEIVED, [OLD, NEW])
    for (const typed of [CODE, grouped(CODE), CODE.toLowerCase(), ` ${grouped(CODE).replaceAll('-', ' — ')} `])
      expect(isCodeOf(typed, codes), typed).toBe(true)
    const other = CODE.at(-1) === '0' ? '1' : '0'
    for (const typed of [
      '',
      CODE.slice(1),
      `${CODE.slice(0, -1)}${other}`,
      `${CODE}0`,
      '-'.repeat(20),
      '\0'.repeat(20),
    ])
      expect(isCodeOf(typed, codes), typed).toBe(false)
    expect(isCodeOf(CODE, [])).toBe(false)
  })

  it('is recognised by its hash alone when the key is gone', () => {
    const kept = hashOfRegistrationCode(CODE)
    expect(isKeptCode(grouped(CODE).toLowerCase(), kept)).toBe(true)
    expect(isKeptCode(of('1043-ОЖ')[0], kept)).toBe(false)
    for (const typed of ['', CODE]) expect(isKeptCode(typed, undefined)).toBe(false)
  })

  it('stands in the address of the public page in letters that fit a small QR code', () => {
    expect(verificationPath('kk', { number: '1042-ОЖ', code: CODE })).toBe(`/kk/verify/1042/${grouped(CODE)}`)
  })
})

describe('a registration number is read', () => {
  for (const typed of ['1042-ОЖ', '1042', ' № 1042 – ож ', '1042OЖ', '10420ж', '1042-ozh', '１０４２'])
    it(`from “${typed}”`, () => expect(readRegistration(typed)).toBe('1042-ОЖ'))

  it('and what cannot be one is none', () => {
    for (const typed of [
      '',
      'ОЖ',
      '0',
      '01042',
      '1042-ИБР',
      '1e3',
      '9'.repeat(20),
      "1' or 1=1",
      '1\u0000',
      '１０４２-Ж',
    ])
      expect(readRegistration(typed), typed).toBeUndefined()
  })
})
