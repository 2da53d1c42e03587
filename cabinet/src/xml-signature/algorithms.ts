// What the names of algorithms in an XML signature mean: those of the national library and RSA with SHA-256. SHA-1 is not there.
import type { DigestName } from '@otinish/eds/signature/digest'

export const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
export const ENVELOPED = `${DSIG}enveloped-signature`
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
export const CANONICAL: ReadonlySet<string> = new Set([C14N, `${C14N}#WithComments`])

const KZ = 'urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:'

/** The identifier under which `eds` knows the signature. */
export const SIGNATURES: ReadonlyMap<string, string> = new Map([
  [`${KZ}gostr34102015-gostr34112015-512`, '1.2.398.3.10.1.1.2.3.2'],
  [`${KZ}gostr34102015-gostr34112015-256`, '1.2.398.3.10.1.1.2.3.1'],
  ['http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', '1.2.840.113549.1.1.11'],
])

export const DIGESTS: ReadonlyMap<string, DigestName> = new Map([
  [`${KZ}gostr34112015-512`, 'streebog512'],
  [`${KZ}gostr34112015-256`, 'streebog256'],
  ['http://www.w3.org/2001/04/xmlenc#sha256', 'sha256'],
])
