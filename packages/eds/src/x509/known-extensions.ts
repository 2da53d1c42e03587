// The extensions that are looked at here, by their values. RFC 5280 §4.2; what none of these is stays closed.
import type { Element } from '../der/read.ts'
import { readOctetString } from '../der/value.ts'
import { type Extension, extensionValue } from './extension.ts'
import { type BasicConstraints, readAuthorityKeyId, readBasicConstraints } from './extension-values.ts'
import { type GeneralName, readGeneralNames } from './general-name.ts'
import { type KeyUsage, readIdentifiers, readKeyUsage } from './key-usage.ts'
import { type NameConstraints, readNameConstraints } from './name-constraints.ts'
import * as oids from './oids.ts'
import {
  type PolicyConstraints,
  type PolicyMapping,
  readInhibitAnyPolicy,
  readPolicies,
  readPolicyConstraints,
  readPolicyMappings,
} from './policy-extensions.ts'

/** Undefined is an extension that is not there. */
export type KnownExtensions = {
  readonly basicConstraints: BasicConstraints | undefined
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  readonly extendedKeyUsage: readonly string[] | undefined
  readonly subjectKeyId: Uint8Array | undefined
  readonly authorityKeyId: Uint8Array | undefined
  readonly subjectAltNames: readonly GeneralName[] | undefined
  readonly nameConstraints: NameConstraints | undefined
  readonly policies: readonly string[] // empty is absent
  readonly policyMappings: readonly PolicyMapping[] | undefined
  readonly policyConstraints: PolicyConstraints | undefined
  readonly inhibitAnyPolicy: number | undefined // certificates that may follow before anyPolicy counts for nothing
  readonly keyStorage: readonly string[] // where the key is kept: 1.2.398.3.3.5.*
}

/** Throws DerError for a value that is not what its identifier says. */
export function readKnownExtensions(extensions: readonly Extension[]): KnownExtensions {
  const value = <T>(oid: string, read: (value: Element) => T) => extensionValue(extensions, oid, read)
  return {
    basicConstraints: value(oids.BASIC_CONSTRAINTS, readBasicConstraints),
    keyUsage: value(oids.KEY_USAGE, readKeyUsage),
    extendedKeyUsage: value(oids.EXTENDED_KEY_USAGE, readIdentifiers),
    subjectKeyId: value(oids.SUBJECT_KEY_ID, readOctetString),
    authorityKeyId: value(oids.AUTHORITY_KEY_ID, readAuthorityKeyId),
    subjectAltNames: value(oids.SUBJECT_ALT_NAME, names => readGeneralNames(names)),
    nameConstraints: value(oids.NAME_CONSTRAINTS, readNameConstraints),
    policies: value(oids.CERTIFICATE_POLICIES, readPolicies) ?? [],
    policyMappings: value(oids.POLICY_MAPPINGS, readPolicyMappings),
    policyConstraints: value(oids.POLICY_CONSTRAINTS, readPolicyConstraints),
    inhibitAnyPolicy: value(oids.INHIBIT_ANY_POLICY, readInhibitAnyPolicy),
    keyStorage: value(oids.KEY_STORAGE, readIdentifiers) ?? [],
  }
}
