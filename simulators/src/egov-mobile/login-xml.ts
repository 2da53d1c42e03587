// What the app signs to be given a document, where the service asks for a signature (`auth_type: Eds`, protocol §3): an enveloped
// XML signature. Everything is written in its canonical form at once, so that no canonicaliser is needed to sign it.
import type { KeyStore } from '../p12/read.ts'
import { digestFor, signBytes } from '../pki/signing-key.ts'

const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
const C14N = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const KZ = 'urn:ietf:params:xml:ns:pkigovkz:xmlsec:algorithms:'

/** As the national library names them. */
const NAMES = {
  gost: { signature: `${KZ}gostr34102015-gostr34112015-512`, digest: `${KZ}gostr34112015-512` },
  rsa: {
    signature: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    digest: 'http://www.w3.org/2001/04/xmlenc#sha256',
  },
} as const

/** The whole document. `url`: API №2, where it is sent. */
export function loginXml(store: KeyStore, url: string, at: Date): string {
  return signedXml(store, `<login><url>${escapeText(url)}</url><timeStamp>${at.toISOString()}</timeStamp></login>`)
}

/** A document in canonical form, with its signature as the last thing in its root. */
export function signedXml({ key, certificate }: KeyStore, xml: string): string {
  const names = NAMES[key.kind]
  const info = [
    method('CanonicalizationMethod', C14N),
    method('SignatureMethod', names.signature),
    '<ds:Reference URI="">',
    `<ds:Transforms>${method('Transform', `${DSIG}enveloped-signature`)}${method('Transform', `${C14N}#WithComments`)}</ds:Transforms>`,
    method('DigestMethod', names.digest),
    `<ds:DigestValue>${base64(digestFor(key, Buffer.from(xml)))}</ds:DigestValue>`,
    '</ds:Reference></ds:SignedInfo>',
  ].join('')
  const value = signBytes(key, Buffer.from(`<ds:SignedInfo xmlns:ds="${DSIG}">${info}`))
  const signature = [
    `<ds:Signature xmlns:ds="${DSIG}"><ds:SignedInfo>${info}`,
    `<ds:SignatureValue>${base64(value)}</ds:SignatureValue>`,
    `<ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo>`,
    '</ds:Signature>',
  ].join('')
  const end = xml.lastIndexOf('</')
  return `<?xml version="1.0" encoding="UTF-8"?>\n${xml.slice(0, end)}${signature}${xml.slice(end)}`
}

/** An empty element has two tags in canonical form. */
function method(name: string, algorithm: string): string {
  return `<ds:${name} Algorithm="${algorithm}"></ds:${name}>`
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
