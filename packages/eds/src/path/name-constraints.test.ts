// Names inside and outside of what the authorities above may name. RFC 5280 §6.1.3 (b), (c), §6.1.4 (g).
import { describe, expect, it } from 'vitest'
import { element, oid, sequence, setOf, utf8String } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import {
  alternativeNames,
  directory,
  dns,
  mail,
  nameConstraints,
  registeredId,
  type Subtrees,
  uri,
} from '../test-extensions.ts'
import { rsaKey } from '../test-keys.ts'
import { findPath } from './find-path.ts'

const key = rsaKey('constraints')
const root = make.makeRoot(rsaKey('root'))

function authority(
  constraints: Subtrees | undefined,
  above = root,
  name = 'ISSUING',
  more: readonly Uint8Array[] = [],
) {
  const extensions = [
    ...make.authorityExtensions(name),
    ...(constraints ? [nameConstraints(constraints)] : []),
    ...more,
  ]
  return make.makeAuthority(above, rsaKey(name), name, { extensions })
}

const holder = (above: make.Issued, ...extensions: readonly Uint8Array[]) =>
  make.makePerson(above, key, { extensions: [make.keyUsage(0xc0), ...extensions] })

const codesOf = (certificate: make.Issued, ...between: readonly make.Issued[]) =>
  findPath(certificate.certificate, {
    anchors: [root.certificate],
    intermediates: between.map(issued => issued.certificate),
    at: make.NOON,
  }).codes

const person = directory(make.nameOf([['2.5.4.3', 'сынақов  сынақ']]))
const other = directory(make.nameOf([['2.5.4.3', 'OTHER']]))

describe('name constraints that exclude a subject are not evaded', () => {
  const organisation = (value: Uint8Array) => sequence(setOf(sequence(oid('2.5.4.10'), value)))
  const excluding = authority({ excluded: [directory(organisation(utf8String('BANK')))] })
  const codes = (value: Uint8Array) => codesOf(make.issue(excluding, { key, name: organisation(value) }), excluding)

  for (const [how, value] of [
    ['in BMPString', element(0x1e, Buffer.from('\0B\0A\0N\0K', 'latin1'))],
    ['in TeletexString', element(0x14, Buffer.from('bank', 'latin1'))],
    ['with a hidden character', utf8String('BA\u00adNK')],
  ] as const)
    it(`by writing it ${how}`, () => expect(codes(value)).toEqual(['path-invalid']))

  it('and let another pass', () => expect(codes(utf8String('BANKA'))).toEqual([]))
})

describe('name constraints', () => {
  for (const [what, constraints, names, passes] of [
    ['permit the subject', { permitted: [person] }, [], true],
    ['permit another subject', { permitted: [other] }, [], false],
    ['exclude the subject', { excluded: [person] }, [], false],
    ['exclude another subject', { excluded: [other] }, [], true],
    ['permit one of two', { permitted: [other, person] }, [], true],
    ['permit the subject, but not its other name', { permitted: [person] }, [other], false],
    ['permit the host', { permitted: [dns('gov.kz')] }, [dns('pki.gov.kz')], true],
    ['permit one host of two', { permitted: [dns('gov.kz')] }, [dns('gov.kz'), dns('enpf.kz')], false],
    ['permit and exclude the host', { permitted: [dns('kz')], excluded: [dns('gov.kz')] }, [dns('gov.kz')], false],
    ['exclude the second host', { excluded: [dns('enpf.kz')] }, [dns('gov.kz'), dns('enpf.kz')], false],
    ['are of a form that does not occur', { permitted: [dns('gov.kz')] }, [mail('a@enpf.kz')], true],
    ['exclude a form that is not processed', { excluded: [registeredId()] }, [registeredId()], false],
    ['exclude one that is not processed and not met', { excluded: [registeredId()] }, [dns('gov.kz')], true],
    ['cannot judge the name', { excluded: [uri('gov.kz')] }, [uri('urn:oid:1.2')], false],
    ['are themselves malformed', { excluded: [dns('*.enpf.kz')] }, [dns('gov.kz')], false],
    ['are malformed about a form that does not occur', { excluded: [mail('a@b@c')] }, [], false],
  ] as const)
    it(`that ${what}: ${passes ? 'trusted' : 'refused'}`, () => {
      const issuing = authority(constraints)
      const extensions = names.length > 0 ? [alternativeNames(...names)] : []
      expect(codesOf(holder(issuing, ...extensions), issuing)).toEqual(passes ? [] : ['path-invalid'])
    })

  it('bind though the authority does not insist on them', () => {
    const quiet = authority(undefined, root, 'ISSUING', [nameConstraints({ excluded: [person] }, 'not-critical')])
    expect(codesOf(holder(quiet), quiet)).toEqual(['path-invalid'])
  })

  it('of the anchor bind too', () => {
    const extensions = [...make.authorityExtensions('ROOT'), nameConstraints({ excluded: [person] })]
    const anchor = make.makeRoot(rsaKey('root'), 'ROOT', { extensions })
    const trust = { anchors: [anchor.certificate], intermediates: [], at: make.NOON }
    expect(findPath(holder(anchor).certificate, trust).codes).toEqual(['path-invalid'])
  })

  for (const [what, address, passes] of [
    ['in the subject, for want of other names', 'a@gov.kz', true],
    ['outside, in the subject', 'a@enpf.kz', false],
  ] as const)
    it(`about mailboxes look at an address ${what}`, () => {
      const issuing = authority({ permitted: [mail('gov.kz')] })
      const name = make.nameOf([['1.2.840.113549.1.9.1', address]])
      expect(codesOf(make.issue(issuing, { key, name }), issuing)).toEqual(passes ? [] : ['path-invalid'])
      const named = { extensions: [make.keyUsage(0xc0), alternativeNames(dns('gov.kz'))] }
      expect(codesOf(make.issue(issuing, { key, name }, named), issuing)).toEqual([])
    })
})

describe('name constraints of several authorities', () => {
  const below = (outer: Subtrees, inner: Subtrees, name: string) => {
    const first = authority(outer, root, 'FIRST')
    const second = authority(inner, first, 'SECOND')
    return codesOf(holder(second, alternativeNames(dns(name))), first, second)
  }

  for (const [what, outer, inner, passes] of [
    ['each permit it', { permitted: [dns('kz')] }, { permitted: [dns('gov.kz')] }, true],
    ['narrow what the first permits', { permitted: [dns('kz')] }, { permitted: [dns('enpf.kz')] }, false],
    ['cannot widen what the first permits', { permitted: [dns('enpf.kz')] }, { permitted: [dns('gov.kz')] }, false],
    ['cannot lift what the first excludes', { excluded: [dns('kz')] }, { permitted: [dns('gov.kz')] }, false],
  ] as const)
    it(`${what}: ${passes ? 'trusted' : 'refused'}`, () =>
      expect(below(outer, inner, 'pki.gov.kz')).toEqual(passes ? [] : ['path-invalid']))

  it('bind the names of the authorities between', () => {
    const first = authority({ excluded: [dns('enpf.kz')] }, root, 'FIRST')
    const second = authority(undefined, first, 'SECOND', [alternativeNames(dns('enpf.kz'))])
    expect(codesOf(holder(second), first, second)).toEqual(['path-invalid'])
  })

  it('do not bind a self-issued authority, but do bind a self-issued certificate at the end', () => {
    const first = authority({ excluded: [dns('enpf.kz')] }, root, 'FIRST')
    const extensions = [...make.authorityExtensions('FIRST 2'), alternativeNames(dns('enpf.kz'))]
    const renewed = make.makeAuthority(first, rsaKey('SECOND'), 'FIRST', { extensions })
    expect(codesOf(holder(renewed), first, renewed)).toEqual([])
    expect(codesOf(renewed, first)).toEqual(['path-invalid'])
  })
})

describe('name constraints are bounded', () => {
  it('by the number of comparisons, however few signatures there are', () => {
    const bases = Array.from({ length: 800 }, (_, i) => dns(`a${i}.kz`))
    const issuing = authority({ excluded: bases })
    const some = (count: number) => alternativeNames(...bases.slice(0, count).map(() => dns('b.kz')))
    expect(codesOf(holder(issuing, some(100)), issuing)).toEqual([])
    expect(codesOf(holder(issuing, some(200)), issuing)).toEqual(['limit-exceeded'])
  })
})
