// Which policies a path is valid under, as a graph. RFC 9618 §5 in the place of RFC 5280's tree: its size is bounded by
// the sum of what the certificates say, where the tree's was by the product.
import { ANY_POLICY, type PolicyMapping } from '../x509/policy-extensions.ts'

/** A policy that holds down to one depth; `parents` are one depth higher. */
export type PolicyNode = {
  readonly policy: string // valid_policy
  readonly expected: ReadonlySet<string> // expected_policy_set
  readonly parents: readonly PolicyNode[]
}

/** The nodes of the depth reached so far, by policy. None: valid_policy_graph is NULL. */
export type PolicyLevel = ReadonlyMap<string, PolicyNode>

/** §6.1.2 (a): depth 0, everything allowed. */
export const ROOT_LEVEL: PolicyLevel = levelOf([nodeOf(ANY_POLICY, [])])
export const NO_LEVEL: PolicyLevel = new Map()

/** §6.1.3 (d), (e): one depth lower, by the policies of the next certificate; `anyCounts` is what (d)(2) asks. */
export function descend(level: PolicyLevel, policies: readonly string[], anyCounts: boolean): PolicyLevel {
  const expecting = nodesByExpectation(level)
  const any = level.get(ANY_POLICY)
  const next = new Map<string, PolicyNode>()
  for (const policy of policies) {
    const parents = expecting.get(policy) ?? (any ? [any] : []) // (d)(1)(i), (ii)
    if (policy !== ANY_POLICY && parents.length > 0) next.set(policy, nodeOf(policy, parents))
  }
  if (!anyCounts || !policies.includes(ANY_POLICY)) return next
  for (const [policy, parents] of expecting) if (!next.has(policy)) next.set(policy, nodeOf(policy, parents)) // (d)(2)
  return next
}

/** §6.1.4 (b): what an authority's policies are called below it; without the right to map, a mapped policy ends here. */
export function applyMappings(level: PolicyLevel, mappings: readonly PolicyMapping[], allowed: boolean): PolicyLevel {
  const mapped = new Map<string, Set<string>>()
  for (const { issuerDomain, subjectDomain } of mappings) {
    mapped.set(issuerDomain, (mapped.get(issuerDomain) ?? new Set()).add(subjectDomain))
  }
  const next = new Map(level)
  const any = level.get(ANY_POLICY)
  for (const [policy, expected] of mapped) {
    const parents = (level.get(policy) ?? any)?.parents // (1)(i), or (ii) as a sister of anyPolicy
    if (!allowed)
      next.delete(policy) // (2)
    else if (parents) next.set(policy, { policy, expected, parents })
  }
  return next
}

/** §6.1.5 (g): whether one of these policies leads from the anchor's domain to the last certificate. */
export function holdsUnder(level: PolicyLevel, initial: readonly string[]): boolean {
  if (level.size === 0) return false
  if (initial.includes(ANY_POLICY) || level.has(ANY_POLICY)) return initial.length > 0
  const authorityConstrained = new Set(
    [...ancestry(level.values())].filter(isOfFirstDomain).map(({ policy }) => policy),
  )
  return initial.some(policy => authorityConstrained.has(policy))
}

/** A node right below anyPolicy: its name is one that the first authority's domain uses. */
function isOfFirstDomain({ policy, parents }: PolicyNode): boolean {
  return policy !== ANY_POLICY && parents.some(parent => parent.policy === ANY_POLICY)
}

/** The nodes and everything above them; what is not among these, RFC 9618 would have pruned. */
function ancestry(nodes: Iterable<PolicyNode>): ReadonlySet<PolicyNode> {
  const reached = new Set(nodes)
  for (const { parents } of reached) for (const parent of parents) reached.add(parent) // a Set grows while it is walked
  return reached
}

function nodesByExpectation(level: PolicyLevel): ReadonlyMap<string, readonly PolicyNode[]> {
  const nodes = new Map<string, PolicyNode[]>()
  for (const node of level.values()) {
    for (const policy of node.expected) {
      const known = nodes.get(policy)
      if (known) known.push(node)
      else nodes.set(policy, [node])
    }
  }
  return nodes
}

function nodeOf(policy: string, parents: readonly PolicyNode[]): PolicyNode {
  return { policy, expected: new Set([policy]), parents }
}

function levelOf(nodes: readonly PolicyNode[]): PolicyLevel {
  return new Map(nodes.map(node => [node.policy, node]))
}
