// Object identifiers of CMS. RFC 5652 §4, §5.1, §11; RFC 5035 §3 and §5.4.1 for signing certificates; RFC 3161 §2.4.2 and
// appendix A for time stamps; ETSI EN 319 122-1 §A.1.5 for revocation values; RFC 5940 §2.1 and RFC 6960 §4.2.1 for OCSP.

export const ID_DATA = '1.2.840.113549.1.7.1'
export const ID_SIGNED_DATA = '1.2.840.113549.1.7.2'
export const TST_INFO = '1.2.840.113549.1.9.16.1.4'

export const CONTENT_TYPE = '1.2.840.113549.1.9.3'
export const MESSAGE_DIGEST = '1.2.840.113549.1.9.4'
export const SIGNING_TIME = '1.2.840.113549.1.9.5'
export const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12'
export const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47'

export const SIGNATURE_TIMESTAMP = '1.2.840.113549.1.9.16.2.14' // unsigned
export const REVOCATION_VALUES = '1.2.840.113549.1.9.16.2.24' // unsigned

export const OCSP_RESPONSE = '1.3.6.1.5.5.7.16.2' // in SignedData.crls: a whole OCSPResponse
export const OCSP_BASIC = '1.3.6.1.5.5.7.48.1.1' // a BasicOCSPResponse
