// Name constraints and policies as extensions, good and hostile. RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.10, §4.2.1.11, §4.2.1.14.
import { describe, expect, it } from 'vitest'
import { contextPrimitive, explicit, implicit, integer, nullValue, oid, sequence } from '../der/write.ts'
import * as make from '../test-certificates.ts'
import * as extend from '../test-extensions.ts'
import { rsaKey } from '../test-keys.ts'
import { readCertificate } from './certificate.ts'

const key = rsaKey('certificate')
const root = make.makeRoot(key)
const withExtensions = (...extensions: readonly Uint8Array[]) =>
  readCertificate(make.encodeCertificate(root, { key, name: make.personName() }, { extensions }))
const constraints = (...fields: readonly Uint8Array[]) => make.extension('2.5.29.30', sequence(...fields))
const P = '1.2.398.3.3.2'

describe('a certificate tells', () => {
  it('under which names its holder may issue', () => {
    const { nameConstraints } = withExtensions(
      extend.nameConstraints({
        permitted: [extend.dns('gov.kz')],
        excluded: [extend.mail('.kz'), extend.registeredId()],
      }),
    )
    expect(nameConstraints?.permitted).toEqual([{ form: 'dNSName', text: 'gov.kz' }])
    expect(nameConstraints?.excluded.map(({ form }) => form)).toEqual(['rfc822Name', 'registeredID'])
  })

  it('its policies, and what they become below it', () => {
    const told = withExtensions(
      extend.certificatePolicies(P, '2.5.29.32.0'),
      extend.policyMappings([P, '1.2.3']),
      extend.policyConstraints({ requireExplicit: 0, inhibitMapping: 300 }),
      extend.inhibitAnyPolicy(1),
    )
    expect(told.policies).toEqual([P, '2.5.29.32.0'])
    expect(told.policyMappings).toEqual([{ issuerDomain: P, subjectDomain: '1.2.3' }])
    expect(told.policyConstraints).toEqual({ requireExplicit: 0, inhibitMapping: 300 })
    expect(told.inhibitAnyPolicy).toBe(1)
  })

  it('nothing of all that by not having it', () => {
    const told = withExtensions()
    expect(told.policies).toEqual([])
    expect([told.nameConstraints, told.policyMappings, told.policyConstraints, told.inhibitAnyPolicy]).toEqual(
      new Array(4).fill(undefined),
    )
  })
})

describe('a certificate is refused with', () => {
  const base = sequence(extend.dns('gov.kz'))
  for (const [what, extension] of [
    ['name constraints that constrain nothing', constraints()],
    ['no permitted subtree in a list of them', extend.nameConstraints({ permitted: [] })],
    ['NULL for subtrees', constraints(contextPrimitive(0, new Uint8Array()))],
    ['excluded before permitted', constraints(implicit(1, sequence(base)), implicit(0, sequence(base)))],
    [
      'a subtree with a minimum',
      constraints(implicit(0, sequence(sequence(extend.dns('kz'), implicit(0, integer(1)))))),
    ],
    [
      'a subtree with a maximum',
      constraints(implicit(0, sequence(sequence(extend.dns('kz'), implicit(1, integer(9)))))),
    ],
    ['a subtree without a base', constraints(implicit(0, sequence(sequence())))],
    ['an empty list of policies', extend.certificatePolicies()],
    ['the same policy twice', extend.certificatePolicies(P, P)],
    ['a policy that is no identifier', make.extension('2.5.29.32', sequence(sequence(integer(1))))],
    ['an empty list of mappings', extend.policyMappings()],
    ['a mapping of one policy', make.extension('2.5.29.33', sequence(sequence(oid(P))))],
    ['a mapping of three', make.extension('2.5.29.33', sequence(sequence(oid(P), oid(P), oid(P))))],
    ['policy constraints that constrain nothing', extend.policyConstraints({})],
    ['a negative count of certificates', extend.policyConstraints({ requireExplicit: -1 })],
    ['a count past any path', extend.policyConstraints({ requireExplicit: 2 ** 31 })],
    ['a count of no octets', make.extension('2.5.29.36', sequence(contextPrimitive(0, new Uint8Array())))],
    ['a count with a needless octet', make.extension('2.5.29.36', sequence(contextPrimitive(0, Uint8Array.of(0, 1))))],
    ['a count under an EXPLICIT tag', make.extension('2.5.29.36', sequence(explicit(0, integer(1))))],
    ['anyPolicy inhibited by no number', make.extension('2.5.29.54', nullValue())],
    ['anyPolicy inhibited by a negative number', extend.inhibitAnyPolicy(-1)],
    ['alternative names that are none', extend.alternativeNames()],
  ] as const)
    it(what, () => expect(() => withExtensions(extension)).toThrow(expect.objectContaining({ name: 'DerError' })))
})
