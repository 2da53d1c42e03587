// Answers that are believed, and every way in which one is not. RFC 6960 §3.2.
import { describe, expect, it } from 'vitest'
import { generalizedTime, implicit, integer, nullValue, octetString, sequence } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import { NOON } from '../test-certificates.ts'
import { algorithm, gostKey, rsaKey } from '../test-keys.ts'
import { writeCertificateId } from './certificate-id.ts'
import { judgeOcsp, type OcspQuestion } from './judge-ocsp.ts'
import { ARCHIVE_CUTOFF } from './ocsp-oids.ts'
import { crlEntry, HOUR, hoursFrom, makeCrl } from './test-crl.ts'
import * as ocsp from './test-ocsp.ts'
import { word } from './test-status.ts'

const issuing = make.makeRoot(rsaKey('issuing'), 'ISSUING')
const stranger = make.makeRoot(rsaKey('stranger'), 'ISSUING') // the same name, another key
const person = make.makePerson(issuing, rsaKey('person'), { serial: 77n })
const neighbour = make.makePerson(issuing, rsaKey('neighbour'), { serial: 78n })
const responderKey = rsaKey('responder')
const responder = ocsp.makeResponder(issuing, responderKey)
const about = { certificate: person.certificate, issuer: issuing.certificate }
const question: OcspQuestion = { ...about, at: NOON }
const NONCE = new Uint8Array(32).fill(7)

const respond = (answer: ocsp.AnswerOptions = {}, options: ocsp.ResponseOptions = {}, signer = responder) =>
  ocsp.makeOcspResponse(signer, [ocsp.makeAnswer(about, answer)], options)
const judge = (response: Uint8Array, changes: Partial<OcspQuestion> = {}) =>
  judgeOcsp(response, { ...question, ...changes })
describe('an answer', () => {
  it('says good, since when, and is the proof', () => {
    const response = respond()
    expect(judge(response)).toEqual({ is: 'good', source: 'ocsp', at: NOON, proof: response })
  })

  it('says revoked, since when and why', () => {
    const since = hoursFrom(NOON, -5)
    const response = respond({ says: { revokedAt: since, reason: 1 } })
    const expected = { is: 'revoked', source: 'ocsp', since, reason: 'keyCompromise', at: NOON, proof: response }
    expect(judge(response)).toEqual(expected)
  })

  it('of a later revocation says good for the judging time', () => {
    const says = { revokedAt: NOON }
    expect(word(judge(respond({ says }), { at: new Date(NOON.getTime() - 1) }))).toBe('good')
    expect(word(judge(respond({ says }), { at: NOON }))).toBe('revoked')
  })

  it('counts a revocation from when the key was no longer safe', () => {
    const invalidAt = make.extension('2.5.29.24', generalizedTime(hoursFrom(NOON, -6)))
    const response = respond({ says: { revokedAt: hoursFrom(NOON, 1) }, extensions: [invalidAt] })
    expect(judge(response)).toMatchObject({ is: 'revoked', since: new Date('2026-11-22T06:00:00Z') })
  })

  it('is believed of the issuer itself, by its name or its key', () => {
    expect(word(judge(respond({}, {}, issuing)))).toBe('good')
    expect(word(judge(respond({}, { responder: 'by-key', certificates: [] }, issuing)))).toBe('good')
  })

  it('is believed of a delegate named by its key', () => {
    expect(word(judge(respond({}, { responder: 'by-key' })))).toBe('good')
  })

  it('is found among answers about others, whichever hash names it', () => {
    const others = [neighbour, responder].map(({ certificate }) =>
      ocsp.makeAnswer({ ...about, certificate }, { says: { revokedAt: NOON } }),
    )
    for (const hash of ['sha1', 'sha256'] as const) {
      const response = ocsp.makeOcspResponse(responder, [...others, ocsp.makeAnswer(about, { hash })])
      expect(word(judge(response))).toBe('good')
    }
  })

  it('given twice is one when both say the same', () => {
    const twice = (['sha1', 'sha256'] as const).map(hash => ocsp.makeAnswer(about, { hash }))
    expect(word(judge(ocsp.makeOcspResponse(responder, twice)))).toBe('good')
  })

  it('by GOST keys is judged alike', () => {
    const authority = make.makeRoot(gostKey('gost issuing'), 'GOST')
    const holder = make.makePerson(authority, gostKey('gost person'))
    const delegate = ocsp.makeResponder(authority, gostKey('gost responder'))
    const gost = { certificate: holder.certificate, issuer: authority.certificate }
    const response = ocsp.makeOcspResponse(delegate, [ocsp.makeAnswer(gost)])
    expect(word(judgeOcsp(response, { ...gost, at: NOON }))).toBe('good')
    expect(word(judgeOcsp(response, { ...question, issuer: authority.certificate }))).toBe('ocsp-other-certificate')
  })

  it('marked revoked since 1970 means that the authority knows no such certificate', () => {
    const says = { revokedAt: new Date(0), reason: 6 }
    expect(word(judge(respond({ says })))).toBe('ocsp-certificate-unknown')
    expect(word(judge(respond({ says }, { extensions: [] })))).toBe('revoked') // without the mark it is what it says
    expect(word(judge(respond({ says: { ...says, reason: 1 } })))).toBe('revoked')
  })

  it('teaches the link to its responder, so that it is computed once', () => {
    const verifiedLinks = new Set<string>()
    judge(respond(), { verifiedLinks })
    expect(verifiedLinks.size).toBe(1)
    judge(respond({}, {}, ocsp.makeResponder(stranger, responderKey)), { verifiedLinks })
    expect(verifiedLinks.size).toBe(1)
  })
})

describe('an answer speaks for the judging time', () => {
  const at = (hours: number) => hoursFrom(NOON, hours)
  const later = new Date(NOON.getTime() + 5 * 60_000)
  for (const [says, answer, moment, because] of [
    ['good', {}, at(-200), 'it was made later: what is good now was good then'],
    ['good', {}, later, 'without nextUpdate it holds for five minutes'],
    ['ocsp-not-current', {}, new Date(later.getTime() + 1), 'without nextUpdate it holds for five minutes'],
    ['good', { nextUpdate: at(24) }, at(24), 'nextUpdate is included'],
    ['ocsp-not-current', { nextUpdate: at(24) }, at(25), 'newer information was to be had'],
    ['ocsp-not-current', { thisUpdate: at(1) }, NOON, 'it tells of a time after it was made'],
  ] as const) {
    it(`${says} at ${moment.toISOString()}: ${because}`, () => {
      expect(word(judge(respond(answer), { at: moment }))).toBe(says)
    })
  }

  it('no longer when the certificate had expired, unless the responder keeps such', () => {
    const made = new Date('2027-02-01') // the certificate ends on 2027-01-01
    const expired = { thisUpdate: made, says: 'good' as const }
    const options = { producedAt: made }
    const delegate = ocsp.makeResponder(issuing, responderKey, { notAfter: new Date('2028-01-01') })
    const cutoff = (day: string) => make.extension(ARCHIVE_CUTOFF, generalizedTime(new Date(day)))
    const kept = { ...expired, extensions: [cutoff('2026-01-01')] }
    const dropped = { ...expired, extensions: [cutoff('2027-01-15')] }
    expect(word(judge(respond(expired, options, delegate)))).toBe('ocsp-not-current')
    expect(word(judge(respond(dropped, options, delegate)))).toBe('ocsp-not-current')
    expect(word(judge(respond(kept, options, delegate)))).toBe('good')
    expect(word(judge(respond({ ...expired, says: { revokedAt: NOON } }, options, delegate)))).toBe('revoked')
  })
})

describe('a live answer', () => {
  const live = { nonce: NONCE, receivedAt: NOON }
  const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000)

  it('carries the nonce of the request and was made just now', () => {
    expect(word(judge(respond({}, { nonce: NONCE }), live))).toBe('good')
    expect(word(judge(respond({}, { nonce: NONCE }), { ...live, receivedAt: minutes(5), at: minutes(5) }))).toBe('good')
    expect(word(judge(respond(), { receivedAt: NOON }))).toBe('good') // no nonce was sent
  })

  for (const [why, answer, options, because] of [
    ['ocsp-nonce-mismatch', {}, {}, 'the nonce is missing'],
    ['ocsp-nonce-mismatch', {}, { nonce: NONCE.map(octet => octet + 1) }, 'the nonce is of another request'],
    ['ocsp-nonce-mismatch', {}, { nonce: NONCE.subarray(1) }, 'the nonce is shorter'],
    ['ocsp-not-current', {}, { nonce: NONCE, producedAt: minutes(-6) }, 'it was made before'],
    ['ocsp-not-current', {}, { nonce: NONCE, producedAt: minutes(6) }, 'it will be made'],
    ['ocsp-not-current', { thisUpdate: minutes(-6), nextUpdate: minutes(600) }, { nonce: NONCE }, 'it tells of before'],
    ['ocsp-not-current', { thisUpdate: minutes(-5), nextUpdate: minutes(-5.1) }, { nonce: NONCE }, 'dates contradict'],
  ] as const) {
    it(`is refused with ${why}: ${because}`, () => {
      const expected = because === 'dates contradict' ? 'ocsp-malformed' : why
      expect(word(judge(respond(answer, options), live))).toBe(expected)
    })
  }
})

describe('a responder is not believed', () => {
  const delegated = (extensions: readonly Uint8Array[], options: make.CertificateOptions = {}) =>
    ocsp.makeResponder(issuing, responderKey, { extensions, ...options })
  const [usage, purpose, noCheck] = ocsp.RESPONDER_EXTENSIONS() as [Uint8Array, Uint8Array, Uint8Array]
  const sub = make.makeAuthority(issuing, rsaKey('sub'), 'SUB')

  for (const [because, signer, options] of [
    ['when it is not the one that is named', responder, { responder: explicitName('SOMEBODY') }],
    ['when its certificate is not there', responder, { certificates: [] }],
    ['when an authority of the same name delegated it', ocsp.makeResponder(stranger, responderKey), {}],
    ['when an authority under the issuer delegated it', ocsp.makeResponder(sub, responderKey), {}],
    ['when it has another purpose', delegated([usage, make.extendedKeyUsage(['1.3.6.1.5.5.7.3.8']), noCheck]), {}],
    ['when it has no purpose', delegated([usage, noCheck]), {}],
    ['when its key is for something else', delegated([make.keyUsage(0x20), purpose, noCheck]), {}],
    ['when nobody vouches for it', delegated([usage, purpose]), {}],
    [
      'when its certificate insists on what is not known here',
      delegated([usage, purpose, noCheck, make.extension('1.2.3.4', nullValue(), 'critical')]),
      {},
    ],
    ['when it had expired', delegated([usage, purpose, noCheck], { notAfter: hoursFrom(NOON, -1) }), {}],
    ['before its time', delegated([usage, purpose, noCheck], { notBefore: hoursFrom(NOON, 1) }), {}],
    ['when it is merely of the issuer: a person', person, {}],
  ] as const) {
    it(because, () => {
      expect(word(judge(respond({}, options, signer)))).toBe('ocsp-responder-untrusted')
    })
  }

  it('without nocheck, unless a list of the issuer vouches for it', () => {
    const unvouched = respond({}, {}, delegated([usage, purpose]))
    const clean = makeCrl(issuing)
    const listed = makeCrl(issuing, { entries: [crlEntry(0x0c5bn)] })
    const old = makeCrl(issuing, { thisUpdate: hoursFrom(NOON, -48) })
    const anothers = makeCrl(stranger)
    expect(word(judge(unvouched, { crls: [clean] }))).toBe('good')
    for (const crls of [[listed], [old], [anothers]]) {
      expect(word(judge(unvouched, { crls }))).toBe('ocsp-responder-untrusted')
    }
  })
})

function explicitName(commonName: string): Uint8Array {
  return implicit(1, sequence(make.authorityName(commonName)))
}

describe('an answer is refused', () => {
  const garbled = make.extension('1.3.6.1.5.5.7.48.1.2', integer(1))
  const critical = make.extension('1.2.3.4', nullValue(), 'critical')
  const id = (issuer: make.Issued) => writeCertificateId({ ...about, issuer: issuer.certificate }, 'sha256')
  const unknownHash = sequence(algorithm('1.2.3.4'), octetString(NONCE), octetString(NONCE), integer(77n))
  const flip = (signature: Uint8Array) => signature.with(9, (signature[9] ?? 0) ^ 1)
  const twice = (second: ocsp.AnswerOptions) =>
    ocsp.makeOcspResponse(responder, [ocsp.makeAnswer(about), ocsp.makeAnswer(about, second)])

  for (const [why, response, because] of [
    ['ocsp-malformed', new Uint8Array(), 'it is empty'],
    ['ocsp-malformed', new TextEncoder().encode('<html>Bad Gateway</html>'), 'it is a page'],
    ['ocsp-malformed', Buffer.concat([respond(), Buffer.of(0)]), 'something follows it'],
    ['ocsp-malformed', respond({}, { type: '1.3.6.1.5.5.7.48.1.50000' }), 'it is of another type'],
    ['ocsp-malformed', respond({}, { extensions: [garbled] }), 'its nonce is not an OCTET STRING'],
    ['ocsp-malformed', ocsp.makeRefusal(0), 'it is successful and empty'],
    ['ocsp-malformed', ocsp.makeRefusal(4), 'its status is none'],
    ['ocsp-malformed', ocsp.makeRefusal(7), 'its status is none'],
    ['ocsp-try-later', ocsp.makeRefusal(3), 'the responder is busy'],
    ['ocsp-refused', ocsp.makeRefusal(1), 'the responder does not understand us'],
    ['ocsp-refused', ocsp.makeRefusal(2), 'the responder is broken'],
    ['ocsp-refused', ocsp.makeRefusal(5), 'the responder wants a signature'],
    ['ocsp-refused', ocsp.makeRefusal(6), 'the responder does not serve us'],
    ['ocsp-extension-unknown', respond({}, { extensions: [critical] }), 'it insists on what is not known here'],
    ['ocsp-extension-unknown', respond({ extensions: [critical] }), 'it insists on what is not known here'],
    ['ocsp-signature-invalid', respond({}, { changeSignature: flip }), 'its signature is another'],
    ['ocsp-signature-invalid', respond({}, { changeSignature: s => s.subarray(1) }), 'its signature is cut short'],
    ['ocsp-algorithm-unsupported', respond({}, { signatureAlgorithm: algorithm('1.2.840.113549.1.1.5') }), 'SHA-1'],
    ['ocsp-other-certificate', respond({ id: id(stranger) }), 'it is about a namesake of the issuer'],
    ['ocsp-other-certificate', respond({ id: id(responder) }), 'it is about another issuer'],
    ['ocsp-other-certificate', respond({ id: unknownHash }), 'the hash is not one that is computed here'],
    ['ocsp-other-certificate', ocsp.makeOcspResponse(responder, []), 'it is about nothing'],
    ['ocsp-certificate-unknown', respond({ says: 'unknown' }), 'the authority does not know the certificate'],
    ['ocsp-ambiguous', twice({ says: 'unknown' }), 'it says two things'],
    ['ocsp-ambiguous', twice({ says: { revokedAt: NOON } }), 'it says two things'],
    ['ocsp-not-current', twice({ thisUpdate: new Date(NOON.getTime() - HOUR) }), 'one of its answers is old'],
  ] as const) {
    it(`with ${why}: ${because}`, () => {
      expect(word(judge(response))).toBe(why)
    })
  }

  it('about the neighbour', () => {
    const response = ocsp.makeOcspResponse(responder, [
      ocsp.makeAnswer({ ...about, certificate: neighbour.certificate }),
    ])
    expect(word(judge(response))).toBe('ocsp-other-certificate')
  })

  it('whichever bit of it is flipped', () => {
    const genuine = respond()
    const accepted = [...genuine.keys()].filter(i => {
      const changed = genuine.with(i, (genuine[i] ?? 0) ^ (1 << (i % 8)))
      const { is } = judge(changed)
      return is !== 'unknown'
    })
    expect(accepted).toEqual([])
  })

  it('however it is cut short', () => {
    const genuine = respond()
    for (let length = 0; length < genuine.length; length += 7) {
      expect(word(judge(genuine.subarray(0, length)))).toBe('ocsp-malformed')
    }
  })

  it('by whoever has the purpose but not the issuer', () => {
    const self = { key: responderKey, name: make.authorityName('OCSP RESPONDER') }
    const forged = make.issue(self, self, { extensions: ocsp.RESPONDER_EXTENSIONS() })
    expect(word(judge(respond({}, {}, forged)))).toBe('ocsp-responder-untrusted')
  })
})

describe('an answer that would take long', () => {
  it('is refused once the effort for one message is spent', () => {
    const effort = { signatures: 0 }
    const words = Array.from({ length: 33 }, () => word(judge(respond(), { effort }))) // two signatures each
    expect(words.slice(0, 32)).toEqual(Array.from({ length: 32 }, () => 'good'))
    expect(words[32]).toBe('limit-exceeded')
  })
})
