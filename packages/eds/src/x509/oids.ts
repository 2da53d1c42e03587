// Object identifiers of extensions, purposes and roles. RFC 5280 §4.2; arc 1.2.398.3 as registered at root.gov.kz/oid.

export const SUBJECT_KEY_ID = '2.5.29.14'
export const KEY_USAGE = '2.5.29.15'
export const SUBJECT_ALT_NAME = '2.5.29.17'
export const BASIC_CONSTRAINTS = '2.5.29.19'
export const NAME_CONSTRAINTS = '2.5.29.30'
export const CERTIFICATE_POLICIES = '2.5.29.32'
export const POLICY_MAPPINGS = '2.5.29.33'
export const AUTHORITY_KEY_ID = '2.5.29.35'
export const POLICY_CONSTRAINTS = '2.5.29.36'
export const EXTENDED_KEY_USAGE = '2.5.29.37'
export const INHIBIT_ANY_POLICY = '2.5.29.54'
export const AUTHORITY_INFO_ACCESS = '1.3.6.1.5.5.7.1.1'
export const KEY_STORAGE = '1.2.398.3.3.5' // "Хранилище ключей"

export const EMAIL_PROTECTION = '1.3.6.1.5.5.7.3.4' // marks a signing certificate of the national authority
export const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2' // marks an authentication certificate
export const ANY_PURPOSE = '2.5.29.37.0'

export const USERS = '1.2.398.3.3.4' // the arc of everything that says who the holder is
export const INDIVIDUAL = '1.2.398.3.3.4.1.1'
export const INDIVIDUALS_SYSTEM = '1.2.398.3.3.4.1.1.1'
export const LEGAL_ENTITY = '1.2.398.3.3.4.1.2'
export const HEAD = '1.2.398.3.3.4.1.2.1'
export const SIGNATORY = '1.2.398.3.3.4.1.2.2'
export const FINANCE = '1.2.398.3.3.4.1.2.3'
export const HR = '1.2.398.3.3.4.1.2.4'
export const EMPLOYEE = '1.2.398.3.3.4.1.2.5'
export const LEGAL_ENTITYS_SYSTEM = '1.2.398.3.3.4.1.2.6' // and everything under it
export const TREASURY = '1.2.398.5.19.1.2.2.1'
