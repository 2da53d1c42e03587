// Lists that are read, and octets that are none. RFC 5280 §5.1, §5.2.
import { describe, expect, it } from 'vitest'
import { DerError } from '../der/error.ts'
import { integer, nullValue, octetString, sequence, utcTime } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { NOON } from '../test-certificates.ts'
import { rsaKey, seededBytes } from '../test-keys.ts'
import { readCrl } from './crl.ts'
import { findEntries } from './crl-entries.ts'
import * as list from './test-crl.ts'

const issuing = make.makeRoot(rsaKey('issuing'), 'ISSUING')
const entry = list.crlEntry
const withEntries = (...entries: readonly Uint8Array[]) => list.encodeCrl(issuing, { entries })
const withExtensions = (...extensions: readonly Uint8Array[]) => list.encodeCrl(issuing, { extensions })
const serialsOf = (count: number) => {
  const random = seededBytes('serials')
  return Array.from({ length: count }, () => BigInt(`0x10${Buffer.from(random(19)).toString('hex')}`))
}

function faultOf(read: () => unknown): string {
  try {
    read()
    return 'none'
  } catch (thrown) {
    if (thrown instanceof DerError) return thrown.code
    throw thrown
  }
}

describe('a list', () => {
  it('is read with what it says of itself', () => {
    const crl = readCrl(withExtensions(list.crlNumber(62), make.authorityKeyId('ISSUING')))
    expect(crl).toMatchObject({ version: 2, number: 62n, baseNumber: undefined, scope: undefined })
    expect(crl.thisUpdate).toEqual(new Date('2026-11-22T11:00:00Z'))
    expect(crl.nextUpdate).toEqual(new Date('2026-11-23T11:00:00Z'))
    expect(crl.issuer.encoded).toEqual(issuing.name)
    expect(Buffer.from(crl.authorityKeyId ?? []).toString()).toBe('ISSUING')
    expect(crl.entries.count).toBe(0)
  })

  it('finds every one of its entries by the serial number, and no other', () => {
    const serials = [0n, 1n, 127n, 128n, -1n, -128n, -129n, 2n ** 159n, 2n ** 2000n, ...serialsOf(1000)]
    const { entries } = readCrl(withEntries(...serials.map((serial, i) => entry(serial, { reason: i % 7 }))))
    expect(entries.count).toBe(serials.length)
    for (const serial of serials) {
      expect(findEntries(entries, serial)).toMatchObject([{ serial }])
      expect(findEntries(entries, serial + 2n ** 2001n)).toEqual([])
    }
    expect(findEntries(entries, 2n)).toEqual([])
  })

  it('keeps what an entry says', () => {
    const [revokedAt, invalidAt] = [new Date('2026-02-28T23:59:59Z'), new Date('2026-02-01T00:00:00Z')]
    const { entries } = readCrl(withEntries(entry(5n, { revokedAt, reason: 4, invalidAt }), entry(6n)))
    expect(findEntries(entries, 5n)).toMatchObject([{ serial: 5n, revokedAt, reason: 'superseded', invalidAt }])
    expect(findEntries(entries, 6n)).toMatchObject([{ reason: 'unspecified', invalidAt: undefined }])
  })

  it('gives all entries of one serial number', () => {
    const { entries } = readCrl(withEntries(entry(5n), entry(6n), entry(5n, { reason: 1 })))
    expect(findEntries(entries, 5n).map(({ reason }) => reason)).toEqual(['unspecified', 'keyCompromise'])
  })

  it('tells when an entry insists on what is not known here', () => {
    const known = readCrl(withEntries(entry(1n, { reason: 1 })))
    const unknown = make.extension('1.2.3.4', nullValue(), 'critical')
    const insisting = readCrl(withEntries(entry(1n), entry(2n, { extensions: [unknown] }), entry(3n)))
    expect([known, insisting].map(({ entries }) => entries.hasUnknownCritical)).toEqual([false, true])
  })

  it('may be empty in two ways: the national root writes an empty SEQUENCE', () => {
    const emptied = list.encodeCrl(issuing, { entries: [new Uint8Array()] })
    expect(readCrl(emptied).entries.count).toBe(0)
  })
})

describe('octets are no list', () => {
  const [day, reason] = [utcTime(NOON), list.reasonCode(1)]
  const long = (item: Uint8Array) => Buffer.concat([Buffer.of(0x30, 0x81, item.length), item])
  const rawTime = (text: string) => Buffer.concat([Buffer.of(0x17, text.length), Buffer.from(text)])
  const rawEntry = (...fields: readonly Uint8Array[]) => withEntries(entry(1n), sequence(...fields), entry(3n))
  const scope = (value: Uint8Array) => withExtensions(list.crlNumber(1), make.extension('2.5.29.28', value, 'critical'))

  for (const [code, octets, because] of [
    ['truncated', new Uint8Array(), 'there are none'],
    ['unexpected', integer(1), 'they are a number'],
    ['trailing-bytes', Buffer.concat([withEntries(), Buffer.of(0)]), 'something follows'],
    ['truncated', withEntries(entry(1n)).subarray(0, -1), 'the end is missing'],
    ['unexpected', rawEntry(octetString(Buffer.of(1)), day), 'a serial number is not an INTEGER'],
    ['integer-malformed', rawEntry(Buffer.from('02020001', 'hex'), day), 'a serial number is padded'],
    ['integer-malformed', rawEntry(Buffer.from('0200', 'hex'), day), 'a serial number is empty'],
    ['truncated', rawEntry(integer(1)), 'a date is missing'],
    ['time-malformed', rawEntry(integer(1), octetString(day)), 'a date is none'],
    ['time-malformed', rawEntry(integer(1), rawTime('260230120000Z')), 'it was a 30 February'],
    ['time-malformed', rawEntry(integer(1), rawTime('261301120000Z')), 'it was in a thirteenth month'],
    ['time-malformed', rawEntry(integer(1), rawTime('260001120000Z')), 'it was in no month'],
    ['time-malformed', rawEntry(integer(1), rawTime('260101240000Z')), 'it was in a 25th hour'],
    ['time-malformed', rawEntry(integer(1), rawTime('2601011200Z')), 'seconds are missing'],
    ['time-malformed', rawEntry(integer(1), rawTime('260101120000+0500')), 'it is not in Greenwich'],
    ['time-malformed', rawEntry(integer(1), rawTime('26010112000:Z')), 'a digit is none'],
    ['trailing-bytes', rawEntry(integer(1), day, sequence(reason), sequence(reason)), 'an entry has a fourth field'],
    ['unexpected', rawEntry(integer(1), day, sequence()), 'an entry has no extensions, but their list'],
    ['unexpected', rawEntry(integer(1), day, sequence(reason, reason)), 'an entry has two reasons'],
    ['unexpected', withEntries(entry(1n, { reason: 7 })), 'a reason is none'],
    ['unexpected', withEntries(entry(1n, { reason: 11 })), 'a reason is none'],
    ['length-not-minimal', withEntries(long(Buffer.concat([integer(1), day]))), 'a length is too long'],
    ['unexpected', withEntries(Buffer.concat([integer(1), day])), 'an entry is not in a SEQUENCE'],
    ['unexpected', withEntries(entry(1n, { certificateIssuer: issuing.name })), 'it is indirect and does not say so'],
    ['unexpected', list.encodeCrl(issuing, { version: 1 }), 'it is of version 1 with extensions'],
    [
      'unexpected',
      list.encodeCrl(issuing, { version: 1, extensions: [], entries: [entry(1n, { reason: 1 })] }),
      'it is of version 1 with extensions of an entry',
    ],
    ['unexpected', list.encodeCrl(issuing, { nextUpdate: list.hoursFrom(NOON, -2) }), 'it ended before it began'],
    ['unexpected', withExtensions(list.crlNumber(1), list.crlNumber(1)), 'it has two numbers'],
    ['unexpected', withExtensions(make.extension('2.5.29.20', octetString(day))), 'its number is none'],
    ['unexpected', scope(sequence()), 'its scope says nothing'],
    ['boolean-malformed', scope(Buffer.from('3003810100', 'hex')), 'its scope says FALSE aloud'],
    ['unexpected', scope(Buffer.from('30068101ff8201ff', 'hex')), 'its scope is two kinds only'],
    ['unexpected', scope(Buffer.from('30068201ff8101ff', 'hex')), 'its scope is in another order'],
    ['bits-malformed', scope(Buffer.from('3004830205ff', 'hex')), 'its reasons have bits that are not used'],
    ['unexpected', scope(Buffer.from('3004a0028000', 'hex')), 'its place is neither full nor relative'],
  ] as const) {
    it(`${code}: ${because}`, () => {
      expect(faultOf(() => readCrl(octets))).toBe(code)
    })
  }

  it('past 64 MB', () => {
    expect(faultOf(() => readCrl(new Uint8Array(64 * 1024 * 1024 + 1)))).toBe('too-large')
  })

  it('and the place of the fault is counted from their beginning', () => {
    const octets = rawEntry(integer(1), day, sequence(reason, reason))
    const at = Buffer.from(octets).indexOf(sequence(reason, reason))
    expect(() => readCrl(octets)).toThrow(`unexpected at byte ${at}`)
  })

  it('however they are cut short', () => {
    const whole = withEntries(...serialsOf(20).map(serial => entry(serial, { reason: 1 })))
    for (let length = 0; length < whole.length; length += 5) {
      expect(faultOf(() => readCrl(whole.subarray(0, length)))).toBe('truncated')
    }
  })
})
