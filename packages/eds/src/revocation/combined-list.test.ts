// Deltas, and the lists that they continue. RFC 5280 §5.2.4.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { NOON } from '../test-certificates.ts'
import * as list from './test-crl.ts'
import { at, issuing, judge, listed, stranger } from './test-crl-question.ts'
import { word } from './test-status.ts'

describe('a delta', () => {
  const complete = list.makeCrl(issuing, { entries: [list.crlEntry(70n, { reason: 6 })] })
  const held = list.makeCrl(issuing, { entries: [list.crlEntry(77n, { reason: 6, revokedAt: at(-9) })] })
  const delta = (entries: readonly Uint8Array[], options: list.CrlOptions = {}) =>
    list.makeDelta(issuing, { entries, ...options })
  const removal = list.crlEntry(77n, { reason: 8 })

  it('adds to the list that it continues', () => {
    const news = delta([listed])
    expect(word(judge([complete, delta([])]))).toBe('good')
    expect(judge([complete, news])).toMatchObject({
      is: 'revoked',
      reason: 'keyCompromise',
      at: NOON,
      proof: news.encoded,
    })
  })

  it('takes back a hold', () => {
    expect(word(judge([held]))).toBe('revoked')
    expect(judge([held, delta([removal])])).toMatchObject({ is: 'good', at: NOON, proof: held.encoded })
  })

  it('that makes a hold final does not change when it began', () => {
    const status = judge([held, delta([listed])])
    expect(status).toMatchObject({ is: 'revoked', reason: 'keyCompromise', since: at(-9) })
  })

  it('gives way to a newer one', () => {
    const newer = delta([removal], { thisUpdate: new Date(NOON.getTime() + 1000) })
    expect(word(judge([complete, delta([listed]), newer]))).toBe('good')
  })

  it('brings up to date a list whose time is over', () => {
    const old = list.makeCrl(issuing, { thisUpdate: at(-30) })
    expect(word(judge([old]))).toBe('crl-not-current')
    expect(word(judge([old, delta([])]))).toBe('good')
    expect(word(judge([old, delta([])], { at: at(25) }))).toBe('crl-not-current')
  })

  it('may be numbered in a sequence of its own, as the national ones are', () => {
    const national = delta([listed], { extensions: [list.crlNumber(3), list.deltaIndicator(7)] })
    expect(word(judge([complete, national]))).toBe('revoked')
  })

  for (const [because, stray] of [
    ['it continues a later list', delta([listed], { extensions: [list.crlNumber(9), list.deltaIndicator(8)] })],
    ['it was made before the list', delta([listed], { thisUpdate: at(-2) })],
    ['its time is over', delta([listed], { thisUpdate: NOON, nextUpdate: NOON })],
    ['it is by another key', list.makeDelta({ ...stranger, name: issuing.name }, { entries: [listed] })],
    [
      'it names a key, and the list does not',
      delta([listed], {
        extensions: [list.crlNumber(8), list.deltaIndicator(7), make.authorityKeyId('ISSUING')],
      }),
    ],
    [
      'it is about other things',
      delta([listed], {
        extensions: [list.crlNumber(8), list.deltaIndicator(7), list.issuingDistributionPoint({ only: 'user' })],
      }),
    ],
    [
      'its mark is not critical',
      delta([listed], { extensions: [list.crlNumber(8), make.extension('2.5.29.27', Buffer.from('020107', 'hex'))] }),
    ],
  ] as const) {
    it(`is left aside when ${because}`, () => {
      expect(word(judge([complete, stray], { at: at(1) }))).toBe('good')
    })
  }

  it('that cannot be believed is told of where nothing else would do', () => {
    const old = list.makeCrl(issuing, { thisUpdate: at(-30) })
    const forged = list.makeDelta({ ...stranger, name: issuing.name })
    expect(word(judge([old, forged]))).toBe('crl-signature-invalid')
  })
})
