// Cases of x509-limbo whose verdict is not ours to reach, each group with the reason.

/** Every case here is answered otherwise than the suite expects; a case that is not is an error in this list. */
export const DECLARED: readonly { readonly because: string; readonly cases: readonly string[] }[] = [
  {
    because:
      'a host is matched with the certificate: RFC 6125, a TLS client’s task; no host is part of a signed document',
    cases: [
      'rfc5280::ca-as-leaf-wrong-san',
      'webpki::san::mismatch-domain-san',
      'webpki::san::mismatch-subdomain-san',
      'webpki::san::mismatch-subdomain-apex-san',
      'webpki::san::mismatch-apex-subdomain-san',
      'webpki::san::wildcard-match-across-labels-san',
      'webpki::san::no-san',
    ],
  },
  {
    because: 'browser profile: the CA/Browser Forum’s list of public suffixes',
    cases: [
      'webpki::san::public-suffix-wildcard-san',
      'webpki::san::public-suffix-multi-label-wildcard-san',
      'webpki::san::public-suffix-private-namespace-wildcard-san',
    ],
  },
  {
    because: 'browser profile: the common name repeats a subjectAltName, letter for letter',
    cases: [
      'webpki::cn::ipv4-hex-mismatch',
      'webpki::cn::ipv4-leading-zeros-mismatch',
      'webpki::cn::ipv6-uppercase-mismatch',
      'webpki::cn::ipv6-uncompressed-mismatch',
      'webpki::cn::ipv6-non-rfc5952-mismatch',
      'webpki::cn::punycode-not-in-san',
      'webpki::cn::utf8-vs-punycode-mismatch',
      'webpki::cn::not-in-san',
      'webpki::cn::case-mismatch',
    ],
  },
  {
    because:
      'browser profile: what a root’s authorityKeyIdentifier may hold; RFC 5280 trusts an anchor for its name and key',
    cases: [
      'webpki::aki::root-with-aki-missing-keyidentifier',
      'webpki::aki::root-with-aki-authoritycertissuer',
      'webpki::aki::root-with-aki-authoritycertserialnumber',
      'webpki::aki::root-with-aki-all-fields',
      'webpki::aki::root-with-aki-ski-mismatch',
    ],
  },
  {
    because:
      'browser profile: extensions, their criticality and their purposes in a server’s certificate and its roots',
    cases: [
      'webpki::eku::ee-anyeku',
      'webpki::eku::ee-critical-eku',
      'webpki::eku::ee-without-eku',
      'webpki::eku::root-has-eku',
      'webpki::san::san-critical-with-nonempty-subject',
      'webpki::ee-basicconstraints-ca',
      'webpki::ca-as-leaf',
    ],
  },
  {
    because:
      'browser profile: sizes and kinds of keys; the key of the last certificate is judged when something is signed by it',
    cases: [
      'webpki::forbidden-p192-leaf',
      'webpki::forbidden-dsa-leaf',
      'webpki::forbidden-weak-rsa-in-leaf',
      'webpki::forbidden-rsa-not-divisible-by-8-in-root',
      'webpki::forbidden-rsa-key-not-divisible-by-8-in-leaf',
    ],
  },
  {
    because:
      'browser profile: the exception from RFC 5280 §4.2.1.10 that the suite itself refuses under its rfc5280 rules',
    cases: ['webpki::nc::permitted-dns-match-noncritical'],
  },
  {
    because:
      'the suite calls it pedantic and ambiguous, and expects the opposite of the same anchor in cve::cve-2024-0567',
    cases: ['rfc5280::aki::cross-signed-root-missing-aki'],
  },
]
