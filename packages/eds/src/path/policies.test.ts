// Under which policies a path holds. RFC 5280 §6.1.1–§6.1.5, RFC 9618.
import { describe, expect, it } from 'vitest'
import * as make from '../test-certificates.ts'
import { certificatePolicies, inhibitAnyPolicy, policyConstraints, policyMappings } from '../test-extensions.ts'
import { rsaKey } from '../test-keys.ts'
import { findPath } from './find-path.ts'
import type { PolicyQuestion } from './policies.ts'

const ANY = '2.5.29.32.0'
const [P, Q, R] = ['1.2.398.3.3.2.1', '1.2.398.3.3.2.2', '1.2.398.3.3.2.3']
const root = make.makeRoot(rsaKey('root'))

/** A chain from the root down, each certificate with these extensions beside the usual; the last is a person's. */
function chainOf(...extensions: readonly (readonly Uint8Array[])[]): readonly make.Issued[] {
  const issued: make.Issued[] = []
  for (const [i, own] of extensions.entries()) {
    const above = issued.at(-1) ?? root
    const isLast = i === extensions.length - 1
    const name = `AUTHORITY ${i}`
    issued.push(
      isLast
        ? make.makePerson(above, rsaKey('person'), { extensions: [make.keyUsage(0xc0), ...own] })
        : make.makeAuthority(above, rsaKey(name), name, { extensions: [...make.authorityExtensions(name), ...own] }),
    )
  }
  return issued
}

function codesOf(chain: readonly make.Issued[], policies?: PolicyQuestion) {
  const certificates = chain.map(({ certificate }) => certificate)
  const person = certificates.at(-1) ?? root.certificate
  const trust = { anchors: [root.certificate], intermediates: certificates, at: make.NOON }
  return findPath(person, { ...trust, ...(policies && { policies }) }).codes
}

const policies = certificatePolicies
const explicit = (initial: readonly string[]): PolicyQuestion => ({ initial, requireExplicit: true })
const verdict = (holds: boolean) => (holds ? [] : ['path-invalid'])

describe('policies asked about', () => {
  for (const [what, chain, question, holds] of [
    ['one in every certificate', [[policies(P)], [policies(P)]], explicit([P]), true],
    ['another than in every certificate', [[policies(P)], [policies(P)]], explicit([Q]), false],
    ['one of two', [[policies(P, Q)], [policies(Q)]], explicit([P, Q]), true],
    ['none at all', [[policies(P)], [policies(P)]], explicit([]), false],
    ['any that all agree in', [[policies(P, Q)], [policies(Q, R)]], explicit([ANY]), true],
    ['any, and they agree in none', [[policies(P)], [policies(Q)]], explicit([ANY]), false],
    ['any, and one certificate names none', [[policies(P)], []], explicit([ANY]), false],
    ['any that anyPolicy stands for', [[policies(ANY)], [policies(P)]], explicit([P]), true],
    ['any below a policy', [[policies(P)], [policies(ANY)]], explicit([P]), true],
    ['another below a policy', [[policies(P)], [policies(ANY)]], explicit([Q]), false],
    ['one that stands behind anyPolicy alone', [[policies(ANY)], [policies(ANY)]], explicit([Q]), true],
    ['none needed, and they agree in none', [[policies(P)], [policies(Q)]], { initial: [P] }, true],
    ['none needed, and there is none', [[], []], { initial: [P] }, true],
  ] as const)
    it(`${what}: ${holds ? 'trusted' : 'refused'}`, () =>
      expect(codesOf(chainOf(...chain), question)).toEqual(verdict(holds)))

  it('hold for the anchor itself, which is not processed', () => {
    expect(codesOf([root], explicit([P]))).toEqual([])
  })
})

describe('an authority that requires a policy', () => {
  const requiring = (skip: number) => policyConstraints({ requireExplicit: skip }, 'critical')
  for (const [what, chain, holds] of [
    ['at once, and there is one', [[policies(P), requiring(0)], [policies(P)]], true],
    ['at once, and there is none', [[policies(P), requiring(0)], [policies(Q)]], false],
    ['after one more, and there is none', [[policies(P), requiring(1)], [policies(Q)]], false],
    ['after two more', [[policies(P), requiring(2)], [policies(Q)]], true],
    ['after none, though one above says later', [[policies(P), requiring(9)], [policies(P), requiring(0)], []], false],
    ['itself at the end', [[policies(P)], [policies(Q), requiring(0)]], false],
    ['later, at the end', [[policies(P)], [policies(Q), requiring(1)]], true],
  ] as const)
    it(`${what}: ${holds ? 'trusted' : 'refused'}`, () =>
      expect(codesOf(chainOf(...chain), { initial: [ANY] })).toEqual(verdict(holds)))

  it('counts no self-issued certificate', () => {
    const first = make.makeAuthority(root, rsaKey('FIRST'), 'FIRST', {
      extensions: [...make.authorityExtensions('FIRST'), policies(P), requiring(2)],
    })
    const renewed = make.makeAuthority(first, rsaKey('SECOND'), 'FIRST', {
      extensions: [...make.authorityExtensions('FIRST 2'), policies(P)],
    })
    const person = make.makePerson(renewed, rsaKey('person'), { extensions: [make.keyUsage(0xc0), policies(Q)] })
    expect(codesOf([first, renewed, person], { initial: [ANY] })).toEqual([])
  })
})

describe('a mapping', () => {
  const mapped = [policies(P), policyMappings([P, Q])]
  const noMore = policyConstraints({ inhibitMapping: 0 }, 'critical')
  for (const [what, chain, question, holds] of [
    ['leads from the policy above to the one below', [mapped, [policies(Q)]], explicit([P]), true],
    ['is asked about by the name above', [mapped, [policies(Q)]], explicit([Q]), false],
    ['leaves the old name without meaning below', [mapped, [policies(P)]], explicit([P]), false],
    ['to two policies', [[policies(P), policyMappings([P, Q], [P, R])], [policies(R)]], explicit([P]), true],
    [
      'of a policy that anyPolicy stands for',
      [[policies(ANY), policyMappings([P, Q])], [policies(Q)]],
      explicit([P]),
      true,
    ],
    ['of a policy that is not there', [[policies(R), policyMappings([P, Q])], [policies(Q)]], explicit([P]), false],
    ['from anyPolicy', [[policies(ANY), policyMappings([ANY, Q])], [policies(Q)]], { initial: [ANY] }, false],
    ['to anyPolicy', [[policies(P), policyMappings([P, ANY])], [policies(P)]], { initial: [ANY] }, false],
    ['barred by who asks', [mapped, [policies(Q)]], { ...explicit([P]), inhibitMapping: true }, false],
    [
      'barred by who asks, beside another policy',
      [[policies(P, R), policyMappings([P, Q])], [policies(R)]],
      { ...explicit([R]), inhibitMapping: true },
      true,
    ],
    ['barred from above', [[policies(P), noMore], mapped, [policies(Q)]], explicit([P]), false],
  ] as const)
    it(`${what}: ${holds ? 'trusted' : 'refused'}`, () =>
      expect(codesOf(chainOf(...chain), question)).toEqual(verdict(holds)))
})

describe('anyPolicy', () => {
  const any = [policies(ANY)]
  for (const [what, chain, question, holds] of [
    ['barred by who asks', [any, any], { ...explicit([P]), inhibitAny: true }, false],
    ['barred at once', [[policies(P), inhibitAnyPolicy(0)], any], explicit([P]), false],
    ['barred after one more', [[policies(P), inhibitAnyPolicy(1)], any, any], explicit([P]), false],
    ['barred later', [[policies(P), inhibitAnyPolicy(1)], any], explicit([P]), true],
  ] as const)
    it(`${what}: ${holds ? 'trusted' : 'refused'}`, () =>
      expect(codesOf(chainOf(...chain), question)).toEqual(verdict(holds)))
})

describe('without a question about policies', () => {
  it('those that do not nest are nobody’s concern, as in the older national chains', () => {
    expect(codesOf(chainOf([policies(P)], [policies(Q)]))).toEqual([])
  })

  for (const [what, chain, holds] of [
    [
      'a policy, and there is one',
      [[policies(P), policyConstraints({ requireExplicit: 0 }, 'critical')], [policies(P)]],
      true,
    ],
    [
      'a policy, and there is none',
      [[policies(P), policyConstraints({ requireExplicit: 0 }, 'critical')], [policies(Q)]],
      false,
    ],
    ['a mapping from anyPolicy', [[policies(ANY), policyMappings([ANY, Q])], [policies(Q)]], false],
    ['an end of anyPolicy, where no policy is needed', [[policies(P), inhibitAnyPolicy(0)], [policies(ANY)]], true],
  ] as const)
    it(`an authority that insists is heeded, on ${what}: ${holds ? 'trusted' : 'refused'}`, () =>
      expect(codesOf(chainOf(...chain))).toEqual(verdict(holds)))

  it('an authority that does not insist is not', () => {
    const chain = chainOf([policies(P), policyConstraints({ requireExplicit: 0 })], [policies(Q)])
    expect(codesOf(chain)).toEqual([])
    expect(codesOf(chain, { initial: [ANY] })).toEqual(['path-invalid'])
  })
})

describe('the constraints of an anchor', () => {
  for (const [what, constraint, holds] of [
    ['that requires a policy', policyConstraints({ requireExplicit: 0 }, 'critical'), false],
    ['that requires one later', policyConstraints({ requireExplicit: 2 }, 'critical'), true],
    ['that ends anyPolicy', inhibitAnyPolicy(0), true],
  ] as const)
    it(`${what} count: ${holds ? 'trusted' : 'refused'}`, () => {
      const extensions = [...make.authorityExtensions('ROOT'), constraint]
      const { certificate: anchor } = make.makeRoot(rsaKey('root'), 'ROOT', { extensions })
      const [{ certificate } = root] = chainOf([])
      expect(findPath(certificate, { anchors: [anchor], intermediates: [], at: make.NOON }).codes).toEqual(
        verdict(holds),
      )
    })
})
