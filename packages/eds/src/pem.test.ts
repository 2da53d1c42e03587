// DER as it travels, and what only looks like it.
import { describe, expect, it } from 'vitest'
import { sequence, utf8String } from './der/write.ts'
import { decodeEach, decodeMaybePem } from './pem.ts'

const DER = sequence(utf8String('-----BEGIN NOTHING----- is only text inside DER'))
const BASE64 = Buffer.from(DER).toString('base64')
const pem = (label: string, lines = BASE64.replaceAll(/.{64}/g, '$&\n')) =>
  `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`

describe('DER', () => {
  for (const [what, input] of [
    ['as it is', DER],
    ['in base64', BASE64],
    ['in base64 with line ends of Windows', `${BASE64.replaceAll(/.{76}/g, '$&\r\n')}\r\n`],
    ['in base64 after a byte order mark', `\uFEFF${BASE64}`],
    ['in PEM labelled CMS', pem('CMS')],
    ['in PEM labelled PKCS7', pem('PKCS7')],
    ['in PEM after the words that OpenSSL writes', `Certificate:\n  Data:\n${pem('CERTIFICATE')}`],
  ] as const)
    it(`is recognised ${what}`, () => expect(Buffer.from(decodeMaybePem(input))).toEqual(Buffer.from(DER)))

  it('is found several times in one PEM file', () => {
    expect(decodeEach(Buffer.from(pem('CERTIFICATE') + pem('CERTIFICATE')))).toHaveLength(2)
  })

  for (const [what, input] of [
    ['text', 'signed, sealed, delivered!'],
    ['base64 with a letter missing', BASE64.slice(0, -1)],
    ['base64 of the other alphabet', '_-_-'],
  ] as const)
    it(`is not imagined in ${what}`, () => expect(decodeMaybePem(input)).toEqual(new TextEncoder().encode(input)))

  it('is not chosen among several PEM blocks', () => {
    const several = pem('CMS') + pem('CMS')
    expect(decodeMaybePem(several)).toEqual(new TextEncoder().encode(several))
  })

  it('is not looked for in more PEM blocks than anybody has', () => {
    const blocks = Buffer.from('-----BEGIN CMS-----\nMAA=\n-----END CMS-----\n'.repeat(1001))
    expect(decodeEach(blocks)).toHaveLength(1)
  })

  it('is not looked for in text that is larger than any', () => {
    const large = Buffer.alloc(48 * 1024 * 1024 + 4, 'A')
    expect(decodeMaybePem(large) === large).toBe(true)
  })

  for (const [what, input] of [
    ['no end', '-----BEGIN CMS-----\nMAA='],
    ['an end before its beginning', '-----BEGIN CMS-----END CMS-----\nMAA='],
    ['something else than base64', pem('CMS', 'Ж')],
    ['padding in the middle', pem('CMS', 'MA==MAA=')],
    ['padding of three', pem('CMS', 'M===')],
    ['a letter after the padding', pem('CMS', 'MAA=MAAA')],
    ['nothing but padding', pem('CMS', '====')],
  ] as const)
    it(`is nothing in PEM with ${what}`, () => expect(decodeMaybePem(input)).toHaveLength(0))

  it('is gathered from very short lines in no time', () => {
    const letters = Buffer.alloc(48 * 1024 * 1024, 'A ')
    const started = performance.now()
    expect(decodeMaybePem(letters).length).toBe(18 * 1024 * 1024)
    expect(performance.now() - started).toBeLessThan(20_000) // a bound on growth, not a timing
  })

  it('is looked for in linear time', () => {
    const dashes = `-----BEGIN CMS-----${' -----'.repeat(200_000)}${' '.repeat(1_000_000)}`
    const started = performance.now()
    decodeMaybePem(dashes)
    expect(performance.now() - started).toBeLessThan(20_000) // a bound on growth, not a timing
  })
})
