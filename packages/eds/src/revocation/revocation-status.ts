// What is known of a certificate's revocation for one moment, from which proof; or why nothing is. RFC 6960 §2.2, RFC 5280 §6.3.
import type { RevocationReason } from './revocation-reason.ts'

export type RevocationStatus =
  | {
      readonly is: 'good' // not revoked at the judging time, whatever happened to it later
      readonly source: 'ocsp' | 'crl'
      readonly at: Date // thisUpdate of the proof
      readonly proof: Uint8Array // the OCSPResponse or CertificateList, as it came
    }
  | {
      readonly is: 'revoked'
      readonly source: 'ocsp' | 'crl'
      readonly since: Date // the earlier of the revocation and the date since which the key is suspected
      readonly reason: RevocationReason
      readonly at: Date
      readonly proof: Uint8Array
    }
  | { readonly is: 'unknown'; readonly why: RevocationFault }

export type RevocationFault = OcspFault | CrlFault | 'no-answer' | 'limit-exceeded' // more proofs, or more who might have signed them, than are looked at

export type OcspFault =
  | 'ocsp-malformed' // not DER, not the structure, or a type of answer that is not id-pkix-ocsp-basic
  | 'ocsp-try-later'
  | 'ocsp-refused' // malformedRequest, internalError, sigRequired, unauthorized
  | 'ocsp-extension-unknown' // a critical one
  | 'ocsp-responder-untrusted' // neither the issuer nor whom it delegated, or no longer
  | 'ocsp-algorithm-unsupported'
  | 'ocsp-signature-invalid'
  | 'ocsp-nonce-mismatch' // another nonce than the request's, or none
  | 'ocsp-other-certificate' // no answer about the certificate that was asked about
  | 'ocsp-ambiguous' // two different answers about it
  | 'ocsp-not-current' // it does not speak for the judging time
  | 'ocsp-certificate-unknown' // the authority does not know the certificate

export type CrlFault =
  | 'crl-malformed'
  | 'crl-extension-unknown' // a critical one, of the list or of any entry in it
  | 'crl-issuer-untrusted' // no path to whom the list names, or not one that may sign lists
  | 'crl-algorithm-unsupported'
  | 'crl-signature-invalid'
  | 'crl-indirect' // a list by another authority than the certificate's, which was not allowed
  | 'crl-not-current' // it does not speak for the judging time
  | 'crl-incomplete' // what there is leaves out some reasons, or is a delta without its complete list
  | 'crl-out-of-scope' // of the authority, but not about such certificates
