// The points of the curve that a verification computes, everything else about them done beforehand.
import { readSignedAttributes } from '@otinish/eds/cms/signed-attributes'
import { readSignedData, type SignedData } from '@otinish/eds/cms/signed-data'
import { readDer } from '@otinish/eds/der/read'
import { readOctetString } from '@otinish/eds/der/value'
import { readOcspResponse } from '@otinish/eds/revocation/ocsp-response'
import { readTimestampResponse } from '@otinish/eds/tsp/timestamp-response'
import { type Certificate, readCertificate } from '@otinish/eds/x509/certificate'
import { TC26_512_A } from '@otinish/gost/curve-parameters'
import { KZ } from '@otinish/gost/layout'
import { streebog512 } from '@otinish/gost/streebog'
import { verifyDigest } from '@otinish/gost/verify'

/** Computes, and says whether the signature holds. */
export type Operation = () => boolean

/** Of the signature and of its certificate: half of what a withdrawal takes. `issuer` is DER. */
export function operationsOfSignature(cms: Uint8Array, issuer: Uint8Array): Operation[] {
  const data = readSignedData(cms)
  const [own] = data.certificates
  if (!own) throw new Error('no certificate')
  return [signerOperation(data, own), operation(readCertificate(issuer), own.signedPart, own.signature)]
}

/** Of the authority's answer and of the time stamp: the other half. */
export function operationsOfProofs(ocsp: Uint8Array | undefined, stamp: Uint8Array | undefined): Operation[] {
  const answer = ocsp && readOcspResponse(ocsp)
  const token = stamp && readTimestampResponse(stamp)
  if (answer?.status !== 'successful' || !token?.granted) throw new Error('no evidence')
  const [responder] = answer.basic.certificates
  const tokenData = readSignedData(token.token)
  const [tsa] = tokenData.certificates
  if (!responder || !tsa) throw new Error('no certificate')
  return [operation(responder, answer.basic.signedPart, answer.basic.signature), signerOperation(tokenData, tsa)]
}

function signerOperation(data: SignedData, certificate: Certificate): Operation {
  const [signer] = data.signers
  if (!signer?.signedAttributes) throw new Error('no signer')
  return operation(certificate, readSignedAttributes(signer.signedAttributes).signedOctets, signer.signature)
}

function operation({ publicKey }: Certificate, message: Uint8Array, signed: Uint8Array): Operation {
  const key = KZ.readPublicKey(TC26_512_A, readOctetString(readDer(publicKey.bits)))
  const e = KZ.digestToNumber(streebog512(message))
  const signature = KZ.readSignature(TC26_512_A, signed)
  return () => verifyDigest(key, e, signature)
}
