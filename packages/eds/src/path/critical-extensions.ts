// Extensions on which a certificate insists. RFC 5280 §4.2, §6.1.4 (o), §6.1.5 (f).
import { EdsError } from '../error.ts'
import type { Certificate } from '../x509/certificate.ts'
import * as oids from '../x509/oids.ts'

/** Throws EdsError `path-invalid` when a critical extension is not one that is processed here. */
export function checkCriticalExtensions({ extensions }: Certificate): void {
  if (extensions.some(({ oid, critical }) => critical && !PROCESSED.has(oid))) throw new EdsError('path-invalid')
}

/** Whether a certificate insists that policies are processed below it (§4.2.1.5, §4.2.1.11, §4.2.1.14). */
export function insistsOnPolicies({ extensions }: Certificate): boolean {
  return extensions.some(({ oid, critical }) => critical && OF_POLICIES.has(oid))
}

const OF_POLICIES: ReadonlySet<string> = new Set([
  oids.POLICY_MAPPINGS,
  oids.POLICY_CONSTRAINTS,
  oids.INHIBIT_ANY_POLICY,
])

// certificatePolicies may be critical: with any policy acceptable (§6.1.1 (c)) it restricts nothing.
const PROCESSED: ReadonlySet<string> = new Set([
  oids.BASIC_CONSTRAINTS,
  oids.KEY_USAGE,
  oids.EXTENDED_KEY_USAGE,
  oids.SUBJECT_ALT_NAME,
  oids.NAME_CONSTRAINTS,
  oids.CERTIFICATE_POLICIES,
  ...OF_POLICIES,
])
