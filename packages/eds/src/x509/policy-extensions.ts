// The extensions about certificate policies. RFC 5280 §4.2.1.4, §4.2.1.5, §4.2.1.11, §4.2.1.14; processed in path/.
import { DerError } from '../der/error.ts'
import { elementsOf, fieldsOf } from '../der/fields.ts'
import { primitiveFault } from '../der/primitive.ts'
import type { Element } from '../der/read.ts'
import { INTEGER, primitiveContext, SEQUENCE } from '../der/tag.ts'
import { readOid, readSmallInteger } from '../der/value.ts'

export const ANY_POLICY = '2.5.29.32.0'

export type PolicyMapping = { readonly issuerDomain: string; readonly subjectDomain: string }

/** How many more certificates may follow before the constraint holds; undefined: it is not imposed. */
export type PolicyConstraints = {
  readonly requireExplicit: number | undefined
  readonly inhibitMapping: number | undefined
}

/** §4.2.1.4: the identifiers of the policies, without their qualifiers. Throws DerError for none, and for one twice. */
export function readPolicies(value: Element): readonly string[] {
  const policies = elementsOf(value, SEQUENCE, SEQUENCE).map(policy => {
    const fields = fieldsOf(policy)
    const oid = readOid(fields.any())
    fields.optional(SEQUENCE) // policyQualifiers
    fields.end()
    return oid
  })
  if (policies.length === 0 || new Set(policies).size < policies.length) throw new DerError('unexpected', value.offset)
  return policies
}

/** §4.2.1.5. Throws DerError. */
export function readPolicyMappings(value: Element): readonly PolicyMapping[] {
  const mappings = elementsOf(value, SEQUENCE, SEQUENCE).map(pair => {
    const fields = fieldsOf(pair)
    const mapping = { issuerDomain: readOid(fields.any()), subjectDomain: readOid(fields.any()) }
    fields.end()
    return mapping
  })
  if (mappings.length === 0) throw new DerError('unexpected', value.offset) // SIZE (1..MAX)
  return mappings
}

/** §4.2.1.11. Throws DerError, also for an empty one. */
export function readPolicyConstraints(value: Element): PolicyConstraints {
  const fields = fieldsOf(value)
  const requireExplicit = fields.optional(primitiveContext(0))
  const inhibitMapping = fields.optional(primitiveContext(1))
  fields.end()
  if (!requireExplicit && !inhibitMapping) throw new DerError('unexpected', value.offset)
  return {
    requireExplicit: requireExplicit && readSkipCerts(requireExplicit),
    inhibitMapping: inhibitMapping && readSkipCerts(inhibitMapping),
  }
}

/** §4.2.1.14: SkipCerts. Throws DerError. */
export function readInhibitAnyPolicy(value: Element): number {
  return readSmallInteger(value)
}

/** SkipCerts under an implicit tag, where the tree's reader could not know that it is an INTEGER. */
function readSkipCerts(element: Element): number {
  const fault = primitiveFault(INTEGER, element.content)
  if (fault) throw new DerError(fault, element.offset)
  return readSmallInteger({ ...element, tag: INTEGER })
}
