// Object identifiers of the extensions of lists. RFC 5280 §5.2, X.509 §9.5.2.8.

export const CRL_NUMBER = '2.5.29.20'
export const DELTA_CRL_INDICATOR = '2.5.29.27'
export const ISSUING_DISTRIBUTION_POINT = '2.5.29.28'
export const EXPIRED_CERTS_ON_CRL = '2.5.29.60'
