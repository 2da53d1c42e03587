// Lists that answer, and every way in which one does not. RFC 5280 §6.3.
import { describe, expect, it } from 'vitest'
import { nullValue } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { NOON } from '../test-certificates.ts'
import { algorithm, gostKey, rsaKey } from '../test-keys.ts'
import type { Crl } from './crl.ts'
import * as list from './test-crl.ts'
import { at, issuing, judge, listed, personWith, root, stranger, trust } from './test-crl-question.ts'
import { word } from './test-status.ts'

describe('a list', () => {
  it('in which the certificate is not found says good', () => {
    const crl = list.makeCrl(issuing, { entries: [list.crlEntry(78n)] })
    expect(judge([crl])).toEqual({ is: 'good', source: 'crl', at: crl.thisUpdate, proof: crl.encoded })
  })

  it('in which it is found says revoked, since when and why', () => {
    const crl = list.makeCrl(issuing, { entries: [list.crlEntry(76n), listed] })
    const expected = { is: 'revoked', source: 'crl', since: at(-2), reason: 'keyCompromise' }
    expect(judge([crl])).toEqual({ ...expected, at: crl.thisUpdate, proof: crl.encoded })
  })

  it('says good for a time before the revocation, of whose two dates the earlier counts', () => {
    const crl = list.makeCrl(issuing, { entries: [list.crlEntry(77n, { invalidAt: at(-5) })] })
    expect(word(judge([crl], { at: at(-6) }))).toBe('good')
    expect(judge([crl], { at: at(-5) })).toMatchObject({ is: 'revoked', since: at(-5) })
  })

  it('that is older says nothing where a newer one was not looked at for want of effort', () => {
    const [older, newer] = [list.makeCrl(issuing), list.makeCrl(issuing, { thisUpdate: NOON, entries: [listed] })]
    const verifiedLinks = new Set<string>()
    expect(word(judge([older], { trust: { ...trust, verifiedLinks } }))).toBe('good')
    const tired = { ...trust, verifiedLinks, effort: { signatures: 64 } }
    expect(word(judge([older, newer], { trust: tired }))).toBe('limit-exceeded')
  })

  it('by GOST keys is judged alike', () => {
    const authority = make.makeRoot(gostKey('gost issuing'), 'GOST')
    const holder = make.makePerson(authority, gostKey('gost person'), { serial: 77n })
    const gost = {
      certificate: holder.certificate,
      issuer: authority.certificate,
      trust: { anchors: [authority.certificate], intermediates: [] },
    }
    expect(word(judge([list.makeCrl(authority)], gost))).toBe('good')
    expect(word(judge([list.makeCrl(authority, { entries: [listed] })], gost))).toBe('revoked')
  })

  it('of another authority says nothing, even with the same serial number', () => {
    expect(word(judge([list.makeCrl(root, { entries: [listed] })]))).toBe('no-answer')
    expect(word(judge([list.makeCrl(root, { entries: [listed] }), list.makeCrl(issuing)]))).toBe('good')
  })

  it('that is newer is believed before an older one', () => {
    const old = list.makeCrl(issuing, { thisUpdate: at(-3), entries: [list.crlEntry(77n, { reason: 6 })] })
    const released = list.makeCrl(issuing)
    expect(word(judge([old, released]))).toBe('good')
    expect(word(judge([released, old]))).toBe('good')
  })

  it('that cannot be believed gives way to one that can', () => {
    const forged = list.makeCrl(stranger, { thisUpdate: NOON })
    expect(word(judge([forged, list.makeCrl(issuing, { entries: [listed] })]))).toBe('revoked')
  })

  it('found good once is not computed again', () => {
    const verifiedLinks = new Set<string>()
    const remembering = { trust: { ...trust, verifiedLinks } }
    const genuine = list.makeCrl(issuing)
    expect(word(judge([genuine], remembering))).toBe('good')
    expect(verifiedLinks.size).toBe(1)
    const altered: Crl = { ...genuine, signature: genuine.signature.toReversed() } // the same list, by its fingerprint
    expect(word(judge([altered], remembering))).toBe('good')
    expect(word(judge([altered]))).toBe('crl-signature-invalid')
  })
})

describe('a list speaks for the judging time', () => {
  for (const [says, options, moment, because] of [
    ['good', {}, at(-100), 'it was made later'],
    ['good', {}, at(23), 'nextUpdate is included'],
    ['crl-not-current', {}, new Date(at(23).getTime() + 1), 'nextUpdate has passed'],
    ['good', { nextUpdate: 'never' }, at(-1), 'it was made then'],
    ['crl-not-current', { nextUpdate: 'never' }, NOON, 'it does not say how long it holds'],
  ] as const) {
    it(`${says} at ${moment.toISOString()}: ${because}`, () => {
      expect(word(judge([list.makeCrl(issuing, options)], { at: moment }))).toBe(says)
    })
  }

  it('no longer when the certificate had expired, unless it keeps such', () => {
    const thisUpdate = new Date('2027-02-01') // the certificate ends on 2027-01-01
    const options = { thisUpdate }
    const authority = make.makeRoot(rsaKey('issuing'), 'ISSUING', { notAfter: new Date('2030-01-01') })
    const long = { issuer: authority.certificate }
    const keeps = (hex: string) => make.extension('2.5.29.60', Buffer.from(hex, 'hex'))
    const [since2026, since2027] = ['180f32303236303130313030303030305a', '180f32303237303131353030303030305a'].map(
      keeps,
    )
    const extensions = (extra: Uint8Array | undefined) => [list.crlNumber(7), ...(extra ? [extra] : [])]
    const crl = (extra: Uint8Array | undefined) =>
      list.makeCrl(authority, { ...options, extensions: extensions(extra) })
    expect(word(judge([crl(undefined)], long))).toBe('crl-not-current')
    expect(word(judge([crl(since2027)], long))).toBe('crl-not-current')
    expect(word(judge([crl(since2026)], long))).toBe('good')
    expect(word(judge([list.makeCrl(authority, { ...options, entries: [listed] })], long))).toBe('revoked')
  })
})

describe('a list is refused', () => {
  const critical = make.extension('1.2.3.4', nullValue(), 'critical')
  const numbered = (...extensions: readonly Uint8Array[]) => ({ extensions: [list.crlNumber(7), ...extensions] })
  const flip = (signature: Uint8Array) => signature.with(9, (signature[9] ?? 0) ^ 1)
  const noLists = make.makeAuthority(root, rsaKey('issuing'), 'ISSUING', {
    extensions: [make.basicConstraints(true), make.keyUsage(0x04)],
  })

  for (const [why, crl, because] of [
    ['crl-malformed', list.makeCrl(issuing, { extensions: [] }), 'it has no number'],
    ['crl-malformed', list.makeCrl(issuing, { extensions: [], version: 1 }), 'it is of version 1'],
    ['crl-malformed', list.makeCrl(issuing, { extensions: [list.crlNumber(7, 'critical')] }), 'its number is critical'],
    ['crl-malformed', list.makeCrl(issuing, { entries: [list.crlEntry(77n, { reason: 8 })] }), 'only deltas take back'],
    ['crl-extension-unknown', list.makeCrl(issuing, numbered(critical)), 'it insists on what is not known here'],
    [
      'crl-extension-unknown',
      list.makeCrl(issuing, { entries: [list.crlEntry(1n, { extensions: [critical] })] }),
      'an entry about another certificate insists on what is not known here',
    ],
    ['crl-signature-invalid', list.makeCrl(issuing, { changeSignature: flip }), 'its signature is another'],
    ['crl-signature-invalid', list.makeCrl({ ...stranger, name: issuing.name }), 'it is signed by another key'],
    [
      'crl-signature-invalid',
      list.makeCrl(issuing, { signatureAlgorithm: algorithm('1.2.840.113549.1.1.12') }),
      'it names two algorithms',
    ],
    ['crl-issuer-untrusted', list.makeCrl(issuing, numbered(make.authorityKeyId('ANOTHER'))), 'it names another key'],
    ['crl-issuer-untrusted', list.makeCrl(issuing, { thisUpdate: new Date('2027-01-02') }), 'its issuer had expired'],
    ['crl-not-current', list.makeCrl(issuing, { thisUpdate: at(-25) }), 'it is old'],
    ['crl-incomplete', list.makeDelta(issuing), 'it is a delta alone'],
  ] as const) {
    it(`with ${why}: ${because}`, () => {
      expect(word(judge([crl]))).toBe(why)
    })
  }

  it('with crl-issuer-untrusted: its issuer may not sign lists', () => {
    expect(word(judge([list.makeCrl(noLists)], { issuer: noLists.certificate }))).toBe('crl-issuer-untrusted')
  })

  it('with crl-algorithm-unsupported: SHA-1', () => {
    const sha1 = { ...issuing.key, signatureAlgorithm: '1.2.840.113549.1.1.5' }
    expect(word(judge([list.makeCrl({ ...issuing, key: sha1 })]))).toBe('crl-algorithm-unsupported')
  })

  it('with crl-malformed: the certificate does not say where its lists are', () => {
    const certificate = personWith(make.extension('2.5.29.31', nullValue()))
    expect(word(judge([list.makeCrl(issuing)], { certificate }))).toBe('crl-malformed')
  })

  it('with no-answer when there is none', () => {
    expect(word(judge([]))).toBe('no-answer')
  })

  it('with limit-exceeded when there are many that only look like one', () => {
    const forged = list.makeCrl(issuing, { thisUpdate: NOON, changeSignature: flip })
    const crls = Array.from({ length: 65 }, () => ({ ...forged }))
    expect(word(judge([...crls.slice(1), list.makeCrl(issuing)]))).toBe('limit-exceeded')
    expect(word(judge([...crls.slice(2), list.makeCrl(issuing)]))).toBe('good')
  })
})
