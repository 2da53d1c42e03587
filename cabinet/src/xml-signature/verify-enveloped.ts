// One enveloped signature over the whole document. XML Signature 1.1 §3.2: the reference (3.2.1), the signature (3.2.2).
// Stricter than there: one reference with URI "", of transforms the enveloped signature and Canonical XML 1.0 alone.
import { type DigestName, digest } from '@otinish/eds/signature/digest'
import { verifyMessage } from '@otinish/eds/signature/verify-message'
import { type Certificate, readCertificate } from '@otinish/eds/x509/certificate'
import { CANONICAL, DIGESTS, DSIG, ENVELOPED, SIGNATURES } from './algorithms.ts'
import { canonical } from './canonical.ts'
import { XmlError } from './parse-xml.ts'
import { algorithmOf, checkAttributes, checkOwnNamespace, elementsOf, octetsOf } from './shape.ts'

const part = (names: readonly string[]) => ({ namespace: DSIG, names })
type Parts = readonly [Element, ...Element[]]

/**
 * Returns the certificate only when the signature holds, and takes the signature out of the document: what is left is what
 * was signed. Whose certificate it is and whether it may be trusted is another question. Throws XmlError, EdsError, DerError.
 */
export function verifyEnveloped(root: Element, signature: Element): Certificate {
  checkOwnNamespace(signature)
  const [signedInfo, value, keyInfo] = elementsOf(signature, part(['SignedInfo', 'SignatureValue', 'KeyInfo'])) as Parts
  for (const plain of [signedInfo, value, keyInfo]) if (plain) checkAttributes(plain, {})
  const certificate = certificateIn(keyInfo)
  const [canonicalisation, method, reference] = elementsOf(
    signedInfo,
    part(['CanonicalizationMethod', 'SignatureMethod', 'Reference']),
  )
  if (!CANONICAL.has(algorithmOf(given(canonicalisation)))) throw new XmlError('algorithm')
  const oid = SIGNATURES.get(algorithmOf(given(method)))
  if (!oid) throw new XmlError('algorithm')
  const promised = readReference(given(reference))
  const algorithm = { oid, parameters: undefined, encoded: new Uint8Array() }
  const [message, octets] = [canonical(signedInfo), octetsOf(given(value))]
  verifyMessage(certificate.publicKey, { message, signature: octets, algorithm, digest: undefined })
  root.removeChild(signature)
  const { name, expected } = promised
  if (!Buffer.from(digest(name, canonical(root))).equals(expected)) throw new XmlError('digest')
  return certificate
}

function certificateIn(keyInfo: Element | undefined): Certificate {
  const [data] = elementsOf(given(keyInfo), part(['X509Data']))
  checkAttributes(given(data), {})
  const [certificate] = elementsOf(given(data), part(['X509Certificate']))
  checkAttributes(given(certificate), {})
  return readCertificate(octetsOf(given(certificate)))
}

/** The digest that the document has to have without its signature, as the first transform leaves it. */
function readReference(reference: Element): { readonly name: DigestName; readonly expected: Uint8Array } {
  checkAttributes(reference, { URI: '' })
  const [transforms, method, value] = elementsOf(reference, part(['Transforms', 'DigestMethod', 'DigestValue']))
  checkAttributes(given(transforms), {})
  const [enveloped, second] = elementsOf(given(transforms), part(['Transform', 'Transform'])).map(algorithmOf)
  if (enveloped !== ENVELOPED || second === undefined || !CANONICAL.has(second)) throw new XmlError('algorithm')
  const name = DIGESTS.get(algorithmOf(given(method)))
  if (!name) throw new XmlError('algorithm')
  checkAttributes(given(value), {})
  return { name, expected: octetsOf(given(value)) }
}

/** elementsOf has counted them; the types of lists do not know. */
function given(element: Element | undefined): Element {
  if (!element) throw new XmlError('shape')
  return element
}
