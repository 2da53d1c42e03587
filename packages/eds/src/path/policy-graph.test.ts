// The graph of policies stays small where a tree of them would not. RFC 9618 §3.
import { describe, expect, it } from 'vitest'
import type { PolicyMapping } from '../x509/policy-extensions.ts'
import { applyMappings, descend, holdsUnder, type PolicyLevel, type PolicyNode, ROOT_LEVEL } from './policy-graph.ts'

const POLICIES = Array.from({ length: 40 }, (_, i) => `1.2.3.${i}`)
/** Every policy mapped to every policy: a tree would have 40 times as many nodes at each depth. */
const EVERYTHING: readonly PolicyMapping[] = POLICIES.flatMap(issuerDomain =>
  POLICIES.map(subjectDomain => ({ issuerDomain, subjectDomain })),
)

function nodesOf(level: PolicyLevel): ReadonlySet<PolicyNode> {
  const nodes = new Set(level.values())
  for (const { parents } of nodes) for (const parent of parents) nodes.add(parent)
  return nodes
}

describe('a graph of policies', () => {
  it('grows by what each certificate says, not by their product', () => {
    let level = ROOT_LEVEL
    for (let depth = 0; depth < 6; depth++) level = applyMappings(descend(level, POLICIES, true), EVERYTHING, true)
    expect(level.size).toBe(40)
    expect(nodesOf(level).size).toBeLessThanOrEqual(6 * 40 + 1)
    expect(holdsUnder(level, ['1.2.3.39'])).toBe(true)
    expect(holdsUnder(level, ['1.2.3.40'])).toBe(false)
  })

  it('has one node for a policy to which two lead, and both lead to it', () => {
    const both = applyMappings(
      descend(ROOT_LEVEL, ['1.1', '1.2'], true),
      [
        { issuerDomain: '1.1', subjectDomain: '1.3' },
        { issuerDomain: '1.2', subjectDomain: '1.3' },
      ],
      true,
    )
    const level = descend(both, ['1.3'], true)
    expect([...level.keys()]).toEqual(['1.3'])
    expect(['1.1', '1.2', '1.3'].map(policy => holdsUnder(level, [policy]))).toEqual([true, true, false])
  })
})
