// Policy processing along a path. RFC 5280 §6.1.1 (c)–(f), §6.1.2 (d)–(f), §6.1.3 (d)–(f), §6.1.4, §6.1.5; RFC 9618.
import { EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import { sameName } from '../x509/name.ts'
import { ANY_POLICY } from '../x509/policy-extensions.ts'
import { applyMappings, descend, holdsUnder, NO_LEVEL, type PolicyLevel, ROOT_LEVEL } from './policy-graph.ts'

/** §6.1.1 (c)–(f). */
export type PolicyQuestion = {
  readonly initial: readonly string[] // user-initial-policy-set; ANY_POLICY in it accepts every policy
  readonly requireExplicit?: boolean
  readonly inhibitMapping?: boolean
  readonly inhibitAny?: boolean
}

/** How many more certificates may come before each thing is required or barred; 0: it is. */
type State = { readonly level: PolicyLevel; readonly explicit: number; readonly mapping: number; readonly any: number }

/**
 * `chain` from the certificate to its anchor. Of the anchor only the constraints count, as if they were asked (RFC 5937
 * §3.2). Throws EdsError `path-invalid`.
 */
export function checkPolicies(chain: readonly Certificate[], question: PolicyQuestion): void {
  const anchor = chain.at(-1)
  const [last, ...authorities] = chain.slice(0, -1)
  if (!anchor || !last) return // the anchor itself was asked about
  let state = constrain(initialState(chain.length, question), anchor)
  for (const authority of authorities.toReversed()) state = prepareNext(advance(state, authority, false), authority)
  const { level, explicit } = advance(state, last, true)
  const isExplicit = explicit <= 1 || last.policyConstraints?.requireExplicit === 0 // §6.1.5 (a), (b)
  if (isExplicit && !holdsUnder(level, question.initial)) throw new EdsError('path-invalid') // (g)
}

/** §6.1.2 (d)–(f). */
function initialState(never: number, { requireExplicit, inhibitMapping, inhibitAny }: PolicyQuestion): State {
  return {
    level: ROOT_LEVEL,
    explicit: requireExplicit ? 0 : never,
    mapping: inhibitMapping ? 0 : never,
    any: inhibitAny ? 0 : never,
  }
}

/** §6.1.3 (d)–(f). */
function advance(state: State, certificate: Certificate, isLast: boolean): State {
  const { policies } = certificate
  const anyCounts = state.any > 0 || (!isLast && isSelfIssued(certificate))
  const level = policies.length > 0 ? descend(state.level, policies, anyCounts) : NO_LEVEL // (e): none asserted, none left
  if (state.explicit === 0 && level.size === 0) throw new EdsError('path-invalid') // (f)
  return { ...state, level }
}

/** §6.1.4 (a), (b), (h)–(j). */
function prepareNext(state: State, authority: Certificate): State {
  const { policyMappings: mappings = [] } = authority
  const mapsAny = mappings.some(pair => pair.issuerDomain === ANY_POLICY || pair.subjectDomain === ANY_POLICY)
  if (mapsAny) throw new EdsError('path-invalid') // (a)
  const mapped = { ...state, level: applyMappings(state.level, mappings, state.mapping > 0) } // (b)
  return constrain(isSelfIssued(authority) ? mapped : countDown(mapped), authority) // (h)
}

function countDown({ level, explicit, mapping, any }: State): State {
  return { level, explicit: Math.max(explicit - 1, 0), mapping: Math.max(mapping - 1, 0), any: Math.max(any - 1, 0) }
}

/** (i), (j): an authority can only ask for more, and sooner. */
function constrain(
  { level, explicit, mapping, any }: State,
  { policyConstraints, inhibitAnyPolicy }: Certificate,
): State {
  return {
    level,
    explicit: Math.min(explicit, policyConstraints?.requireExplicit ?? explicit),
    mapping: Math.min(mapping, policyConstraints?.inhibitMapping ?? mapping),
    any: Math.min(any, inhibitAnyPolicy ?? any),
  }
}

function isSelfIssued({ subject, issuer }: Certificate): boolean {
  return sameName(subject, issuer)
}
