// Object identifiers of OCSP. RFC 6960 §4.2.1, §4.2.2.2, §4.4, RFC 8954 §2.

export const BASIC_RESPONSE = '1.3.6.1.5.5.7.48.1.1'
export const NONCE = '1.3.6.1.5.5.7.48.1.2'
export const NO_CHECK = '1.3.6.1.5.5.7.48.1.5'
export const ARCHIVE_CUTOFF = '1.3.6.1.5.5.7.48.1.6'
export const EXTENDED_REVOKE = '1.3.6.1.5.5.7.48.1.9'
export const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
