// One signer of a CMS SignedData, as it stands. RFC 5652 §5.3.
import { DerError } from '../der/error.ts'
import { fieldsOf } from '../der/fields.ts'
import type { Element } from '../der/read.ts'
import {
  constructedContext,
  INTEGER,
  OBJECT_IDENTIFIER,
  OCTET_STRING,
  primitiveContext,
  SEQUENCE,
  SET,
} from '../der/tag.ts'
import { readInteger, readOctetString, readOid, readSmallInteger } from '../der/value.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type Name, readName } from '../x509/name.ts'

export type SignerInfo = {
  readonly signer: SignerIdentifier
  readonly digestAlgorithm: AlgorithmIdentifier
  /** The [0] element as it stands, or undefined: then there is nothing that may be trusted. */
  readonly signedAttributes: Element | undefined
  readonly signatureAlgorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
  readonly unsignedAttributes: readonly Attribute[]
}

export type SignerIdentifier =
  | { readonly by: 'issuer-and-serial'; readonly issuer: Name; readonly serial: bigint }
  | { readonly by: 'key-identifier'; readonly keyId: Uint8Array }

export type Attribute = { readonly oid: string; readonly values: readonly Element[] }

/** Throws DerError. */
export function readSignerInfo(element: Element): SignerInfo {
  const fields = fieldsOf(element)
  const version = fields.required(INTEGER)
  const signer = readSignerIdentifier(fields.any())
  const digestAlgorithm = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const signedAttributes = fields.optional(constructedContext(0))
  const signatureAlgorithm = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const signature = readOctetString(fields.required(OCTET_STRING))
  const unsigned = fields.optional(constructedContext(1))
  fields.end()
  const expectedVersion = signer.by === 'issuer-and-serial' ? 1 : 3
  if (readSmallInteger(version) !== expectedVersion) throw new DerError('unexpected', version.offset)
  const unsignedAttributes = unsigned ? readAttributes(unsigned) : []
  return { signer, digestAlgorithm, signedAttributes, signatureAlgorithm, signature, unsignedAttributes }
}

/** A SET OF Attribute under an implicit tag. Throws DerError. */
export function readAttributes(set: Element): readonly Attribute[] {
  return set.children.map(readAttribute)
}

/** SEQUENCE { attrType, attrValues }. Throws DerError. */
export function readAttribute(element: Element): Attribute {
  const fields = fieldsOf(element)
  const oid = readOid(fields.required(OBJECT_IDENTIFIER))
  const { children: values } = fields.required(SET)
  fields.end()
  return { oid, values }
}

/** issuerAndSerialNumber, or [0] subjectKeyIdentifier. */
function readSignerIdentifier(element: Element): SignerIdentifier {
  if (element.tag === primitiveContext(0)) return { by: 'key-identifier', keyId: element.content }
  const fields = fieldsOf(element)
  const issuer = readName(fields.required(SEQUENCE))
  const serial = readInteger(fields.required(INTEGER))
  fields.end()
  return { by: 'issuer-and-serial', issuer, serial }
}
