// Lists signed by other certificates than the issuer's own. RFC 5280 §6.3.3 (f), indirect ones §5, §5.3.3.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { rsaKey } from '../test-keys.ts'
import * as list from './test-crl.ts'
import { at, issuing, judge, listed, person, personWith, root, scoped, stranger } from './test-crl-question.ts'
import { word } from './test-status.ts'

describe('a list signed by another certificate of the issuer’s name', () => {
  const crlKey = rsaKey('crl')
  const signedFor = (options: make.CertificateOptions = {}) =>
    make.issue(
      root,
      { key: crlKey, name: issuing.name },
      { serial: 3n, extensions: [make.keyUsage(0x02), make.subjectKeyId('CRL')], ...options },
    )
  const signer = signedFor()
  const knowing = (one: make.Issued) => ({
    trust: { anchors: [root.certificate], intermediates: [issuing.certificate, one.certificate] },
  })
  const crl = list.makeCrl(signer)
  const rootsList = list.makeCrl(root)

  it('is believed when the signer has a path, and its own status is known', () => {
    expect(word(judge([crl, rootsList], knowing(signer)))).toBe('good')
    expect(word(judge([list.makeCrl(signer, { entries: [listed] }), rootsList], knowing(signer)))).toBe('revoked')
  })

  const shortLived = signedFor({ notAfter: at(-0.5) })
  const twoAnchors = { anchors: [root.certificate, stranger.certificate], intermediates: [issuing.certificate] }
  for (const [why, because, crls, changes] of [
    [
      'crl-issuer-untrusted',
      'the certificate is revoked',
      [crl, list.makeCrl(root, { entries: [list.crlEntry(3n)] })],
      knowing(signer),
    ],
    ['crl-issuer-untrusted', 'nothing is known of it', [crl], knowing(signer)],
    ['crl-signature-invalid', 'it is not known', [crl, rootsList], {}],
    ['crl-issuer-untrusted', 'its time is over', [crl, rootsList], knowing(shortLived)],
    ['crl-issuer-untrusted', 'it is under another anchor', [list.makeCrl(stranger)], { trust: twoAnchors }],
  ] as const) {
    it(`is refused with ${why} when, of the signer, ${because}`, () => {
      expect(word(judge(crls, changes))).toBe(why)
    })
  }

  it('does not take back what a list of the issuer itself revokes, though it is newer', () => {
    const newer = list.makeCrl(signer, { thisUpdate: make.NOON })
    const own = list.makeCrl(issuing, { entries: [listed] })
    expect(word(judge([newer, rootsList], knowing(signer)))).toBe('good')
    expect(word(judge([newer, own, rootsList], knowing(signer)))).toBe('revoked')
    expect(word(judge([newer, list.makeCrl(issuing), rootsList], knowing(signer)))).toBe('good')
  })

  it('is not continued by a delta of the issuer, nor the issuer’s by one of its own', () => {
    const taken = list.crlEntry(77n, { reason: 8 })
    const held = (by: make.Issued) => list.makeCrl(by, { entries: [list.crlEntry(77n, { reason: 6 })] })
    const ask = (by: make.Issued, deltaBy: make.Issued) =>
      word(judge([held(by), list.makeDelta(deltaBy, { entries: [taken] }), rootsList], knowing(signer)))
    expect([ask(signer, signer), ask(issuing, issuing)]).toEqual(['good', 'good'])
    expect([ask(signer, issuing), ask(issuing, signer)]).toEqual(['revoked', 'revoked'])
  })

  it('is refused when only the list itself speaks for its signer', () => {
    const selfIssued = make.issue(
      issuing,
      { key: crlKey, name: issuing.name },
      {
        serial: 4n,
        extensions: [make.keyUsage(0x02), make.subjectKeyId('CRL')],
      },
    )
    const own = list.makeCrl(selfIssued)
    expect(word(judge([own, rootsList], knowing(selfIssued)))).toBe('crl-issuer-untrusted')
    expect(word(judge([own, list.makeCrl(issuing, { thisUpdate: at(-2) }), rootsList], knowing(selfIssued)))).toBe(
      'good',
    )
  })
})

describe('a list by a key that may not sign lists', () => {
  const rest = { serial: 3n, extensions: [make.keyUsage(0xc0)] }
  const other = make.issue(root, { key: rsaKey('crl'), name: issuing.name }, rest)
  const barred = make.issue(root, { key: issuing.key, name: issuing.name }, rest)

  it('is not believed, though the key has the name of the issuer and a path', () => {
    const trust = { anchors: [root.certificate], intermediates: [issuing.certificate, other.certificate] }
    expect(word(judge([list.makeCrl(other), list.makeCrl(root)], { trust }))).toBe('crl-signature-invalid')
  })

  it('is not believed, though it is the issuer’s own', () => {
    const trust = { anchors: [root.certificate], intermediates: [barred.certificate] }
    expect(word(judge([list.makeCrl(barred)], { issuer: barred.certificate, trust }))).toBe('crl-issuer-untrusted')
    expect(word(judge([list.makeCrl(issuing)]))).toBe('good')
  })
})

describe('an indirect list', () => {
  const keeper = make.makeAuthority(root, rsaKey('keeper'), 'KEEPER', { serial: 5n })
  const certificate = personWith(list.distributionPoints({ crlIssuer: keeper.name }))
  const other = make.authorityName('OTHER')
  const indirect = (...entries: readonly Uint8Array[]) => scoped({ indirect: true }, entries, keeper)
  const about = (name: Uint8Array, serial = 77n) => list.crlEntry(serial, { certificateIssuer: name })
  const allowed = {
    certificate,
    indirect: 'allowed',
    trust: { anchors: [root.certificate], intermediates: [issuing.certificate, keeper.certificate] },
  } as const
  const rootsList = list.makeCrl(root)

  it('is refused unless it is allowed', () => {
    expect(word(judge([indirect(), rootsList], { ...allowed, indirect: 'refused' }))).toBe('crl-indirect')
    expect(word(judge([indirect(), rootsList], { certificate }))).toBe('crl-indirect')
    expect(word(judge([indirect(), rootsList], allowed))).toBe('good')
    expect(word(judge([scoped({ indirect: true })]))).toBe('crl-indirect')
  })

  for (const [says, entries, because] of [
    ['revoked', [about(issuing.name)], 'the entry is about this issuer’s'],
    ['good', [about(other)], 'the entry is about another issuer’s'],
    ['good', [list.crlEntry(77n)], 'the entry is about the list’s own issuer’s'],
    ['revoked', [about(issuing.name, 1n), list.crlEntry(77n)], 'the issuer stands until another is named'],
    ['good', [about(issuing.name, 1n), about(other, 2n), list.crlEntry(77n)], 'another issuer was named since'],
    ['revoked', [about(other), about(issuing.name)], 'two issuers have used the serial number'],
  ] as const) {
    it(`says ${says}: ${because}`, () => {
      expect(word(judge([indirect(...entries), rootsList], allowed))).toBe(says)
    })
  }

  it('says nothing when it does not say that it is one, or the certificate does not point to it', () => {
    expect(word(judge([list.makeCrl(keeper), rootsList], allowed))).toBe('no-answer')
    expect(word(judge([indirect(), rootsList], { ...allowed, certificate: person.certificate }))).toBe('no-answer')
  })
})
