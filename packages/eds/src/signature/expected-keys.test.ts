// Whose keys are kept ready: authorities', after their signatures were found good; never those of anybody who only sends something.
import { describe, expect, it } from 'vitest'
import { judgeOcsp } from '../revocation/judge-ocsp.ts'
import { makeAnswer, makeOcspResponse, makeResponder } from '../revocation/test-ocsp.ts'
import * as make from '../test-certificates.ts'
import { makeCms } from '../test-cms.ts'
import { gostKey, rsaKey } from '../test-keys.ts'
import * as stamp from '../tsp/test-timestamps.ts'
import { verifyTimestamp } from '../tsp/verify-timestamp.ts'
import { verifySignature } from '../verify-signature.ts'
import { isExpected } from './gost.ts'

const STAMPED = new TextEncoder().encode('the octets of a signature')

/** An authority of its own for each test, since what is expected is remembered. */
function world(name: string) {
  const authority = make.makeRoot(gostKey(`${name} authority`), name)
  const person = make.makePerson(authority, gostKey(`${name} person`), { serial: 77n })
  const isKept = ({ certificate }: make.Issued) => isExpected(certificate.publicKey)
  const about = { certificate: person.certificate, issuer: authority.certificate }
  return { authority, person, isKept, about }
}

describe('signatures are expected again', () => {
  it('of an authority that leads from a person to an anchor, and not of the person', () => {
    const { authority, person, isKept } = world('path')
    expect(isKept(authority)).toBe(false)
    const report = verifySignature(makeCms([person]), { anchors: [authority.certificate], at: make.NOON })
    expect(report.outcome).toBe('valid')
    expect([isKept(authority), isKept(person)]).toEqual([true, false])
  })

  it('not of an authority that nobody pinned, however good its signatures are', () => {
    const { authority, person, isKept } = world('stranger')
    const certificates = [person, authority].map(({ certificate }) => certificate.encoded)
    const { certificate: pinned } = world('another').authority
    const report = verifySignature(makeCms([person], { certificates }), { anchors: [pinned], at: make.NOON })
    expect(report.outcome).not.toBe('valid')
    expect([isKept(authority), isKept(person)]).toEqual([false, false])
  })

  it('of a responder whose answer is good, and not of one whose answer is broken', () => {
    const { authority, about, isKept } = world('ocsp')
    const good = makeResponder(authority, gostKey('good responder'))
    const broken = makeResponder(authority, gostKey('broken responder'))
    const changeSignature = (octets: Uint8Array) => octets.map((octet, i) => (i === 9 ? octet ^ 1 : octet))
    const judge = (response: Uint8Array) => judgeOcsp(response, { ...about, at: make.NOON }).is
    expect(judge(makeOcspResponse(good, [makeAnswer(about)]))).toBe('good')
    expect(judge(makeOcspResponse(broken, [makeAnswer(about)], { changeSignature }))).toBe('unknown')
    expect([isKept(good), isKept(broken)]).toEqual([true, false])
  })

  it('of an authority of time under its anchor, and not of another', () => {
    const { authority, isKept } = world('time')
    const ours = stamp.makeTimestampAuthority(authority, gostKey('our time'))
    const theirs = stamp.makeTimestampAuthority(world('elsewhere').authority, gostKey('their time'))
    const question = { stamped: STAMPED, trust: { anchors: [authority.certificate] } }
    expect(verifyTimestamp(stamp.makeToken(ours, STAMPED), question).at).toEqual(make.NOON)
    expect(() => verifyTimestamp(stamp.makeToken(theirs, STAMPED), question)).toThrow()
    expect([isKept(ours), isKept(theirs)]).toEqual([true, false])
  })

  it('of no key that is not GOST: its arithmetic is not ours', () => {
    const authority = make.makeRoot(rsaKey('issuing'), 'RSA')
    const person = make.makePerson(authority, rsaKey('person'), { serial: 77n })
    const report = verifySignature(makeCms([person]), { anchors: [authority.certificate], at: make.NOON })
    expect(report.outcome).toBe('valid')
    expect(isExpected(authority.certificate.publicKey)).toBe(false)
  })
})
