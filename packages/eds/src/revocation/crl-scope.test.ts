// Which certificates, places and reasons a list is about. RFC 5280 §5.2.5, §6.3.3 (b)–(e).
import { describe, expect, it } from 'vitest'
import { printableString } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { directory, uri } from '../test-extensions.ts'
import * as list from './test-crl.ts'
import { at, issuing, judge, listed, personWith, root, scoped } from './test-crl-question.ts'
import { word } from './test-status.ts'

describe('the scope of a list', () => {
  const authority = { certificate: issuing.certificate, issuer: root.certificate }
  const here = list.fullName(uri('http://crl/1'))
  const alsoHere = list.fullName(uri('http://crl/0'), uri('http://crl/1'))
  const there = list.fullName(uri('http://crl/2'))
  const relative = list.relativeName('2.5.4.3', printableString('CRL1'))
  const spelledOut = list.fullName(
    directory(
      make.nameOf([
        ['2.5.4.3', 'ISSUING'],
        ['2.5.4.6', 'KZ'],
        ['2.5.4.3', 'CRL1'],
      ]),
    ),
  )
  const pointing = (...points: readonly list.PointOptions[]) => ({
    certificate: personWith(list.distributionPoints(...points)),
  })

  for (const [says, crl, changes, because] of [
    ['good', scoped({ only: 'user' }), {}, 'a person’s is a user’s'],
    ['crl-out-of-scope', scoped({ only: 'authority' }), {}, 'a person is no authority'],
    ['crl-out-of-scope', scoped({ only: 'attribute' }), {}, 'it is no attribute certificate'],
    ['crl-out-of-scope', scoped({ only: 'user' }, [], root), authority, 'an authority is no user'],
    ['good', scoped({ only: 'authority' }, [], root), authority, 'an authority is one'],
    ['good', scoped({ name: here }), pointing({ name: here }), 'they name the same place'],
    ['good', scoped({ name: here }), pointing({ name: there }, { name: alsoHere }), 'one place of one point is enough'],
    ['crl-out-of-scope', scoped({ name: here }), pointing({ name: there }), 'they name two places'],
    ['crl-out-of-scope', scoped({ name: here }), {}, 'the certificate names none'],
    ['good', list.makeCrl(issuing), pointing({ name: there }), 'it is about everything'],
    ['good', scoped({ name: relative }), pointing({ name: relative }), 'both are under the issuer'],
    ['good', scoped({ name: relative }), pointing({ name: spelledOut }), 'one of them is spelled out'],
    ['good', scoped({ name: spelledOut }), pointing({ name: relative }), 'one of them is spelled out'],
    ['good', scoped({ name: list.fullName(directory(issuing.name)) }), {}, 'the issuer’s own name is its place'],
  ] as const) {
    it(`${says}: ${because}`, () => {
      expect(word(judge([crl], changes))).toBe(says)
    })
  }

  describe('is of some reasons', () => {
    const compromise = list.reasonFlags(1, 2)
    const others = list.reasonFlags(0, 3, 4, 5, 6, 7, 8)

    it('and all of them are needed to say good', () => {
      const [some, rest] = [scoped({ reasons: compromise }), scoped({ reasons: others })]
      expect(word(judge([some]))).toBe('crl-incomplete')
      expect(word(judge([some, rest]))).toBe('good')
      expect(word(judge([some, scoped({ reasons: list.reasonFlags(3, 4, 5, 6, 7) })]))).toBe('crl-incomplete')
    })

    it('and one of them is enough to say revoked', () => {
      expect(word(judge([scoped({ reasons: others }, [listed])]))).toBe('revoked')
    })

    it('and good is as old as the oldest of them', () => {
      const older = list.makeCrl(issuing, {
        thisUpdate: at(-3),
        extensions: [list.crlNumber(7), list.issuingDistributionPoint({ reasons: others })],
      })
      expect(judge([scoped({ reasons: compromise }), older])).toMatchObject({ at: at(-3), proof: older.encoded })
    })

    it('and the certificate may ask for some at each place', () => {
      const certificate = personWith(
        list.distributionPoints({ name: here, reasons: compromise }, { name: there, reasons: others }),
      )
      const [one, two] = [scoped({ name: here }), scoped({ name: there })]
      expect(word(judge([one, two], { certificate }))).toBe('good')
      expect(word(judge([one], { certificate }))).toBe('crl-incomplete')
    })
  })
})
