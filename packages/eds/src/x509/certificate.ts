// X.509 certificates. RFC 5280 §4.1; only read here: whether one may be trusted is decided in path/.
import { DerError } from '../der/error.ts'
import { type Fields, fieldsOf, insideOf } from '../der/fields.ts'
import { type Element, readDer } from '../der/read.ts'
import { BIT_STRING, constructedContext, INTEGER, primitiveContext, SEQUENCE } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { readBitOctets, readInteger, readSmallInteger } from '../der/value.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from './algorithm-identifier.ts'
import { type Extension, readExtensions } from './extension.ts'
import { type KnownExtensions, readKnownExtensions } from './known-extensions.ts'
import { type Name, readName } from './name.ts'
import { type Person, readPerson } from './person.ts'
import { readSubjectPublicKey, type SubjectPublicKey } from './public-key.ts'
import { type Role, readRoles } from './role.ts'

export type Certificate = KnownExtensions & {
  readonly encoded: Uint8Array
  readonly signedPart: Uint8Array // TBSCertificate, as it stands
  readonly signature: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier // §4.1.1.2
  readonly signedAlgorithm: AlgorithmIdentifier // §4.1.2.3, which must say the same
  readonly version: 1 | 2 | 3
  readonly serial: bigint
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: SubjectPublicKey
  readonly extensions: readonly Extension[]
  readonly person: Person
  readonly roles: readonly Role[]
}

/**
 * Ten times the largest of the national authority. One certificate may be hashed once for every authority that might have
 * issued it, so its size multiplies.
 */
const MAX_BYTES = 16 * 1024

/** A certificate from its DER. Throws DerError, `too-large` past a limit of ours. */
export function readCertificate(der: Uint8Array): Certificate {
  return certificateFrom(readDer(der))
}

/** A certificate from an element of a larger structure. Throws DerError. */
export function certificateFrom(element: Element): Certificate {
  if (element.encoded.length > MAX_BYTES) throw new DerError('too-large', element.offset)
  const fields = fieldsOf(element)
  const signedPart = fields.required(SEQUENCE)
  const signatureAlgorithm = readAlgorithmIdentifier(fields.required(SEQUENCE))
  const signature = readBitOctets(fields.required(BIT_STRING))
  fields.end()
  return {
    encoded: element.encoded,
    signedPart: signedPart.encoded,
    signature,
    signatureAlgorithm,
    ...readSignedPart(fieldsOf(signedPart)),
  }
}

type SignedPart = Omit<Certificate, 'encoded' | 'signedPart' | 'signature' | 'signatureAlgorithm'>

/** TBSCertificate, §4.1.2, field by field. */
function readSignedPart(fields: Fields): SignedPart {
  const version = readVersion(fields.optional(constructedContext(0))) // §4.1.2.1
  const serial = readInteger(fields.required(INTEGER)) // §4.1.2.2
  const signedAlgorithm = readAlgorithmIdentifier(fields.required(SEQUENCE)) // §4.1.2.3
  const issuer = readName(fields.required(SEQUENCE)) // §4.1.2.4
  const { notBefore, notAfter } = readValidity(fields.required(SEQUENCE)) // §4.1.2.5
  const subject = readName(fields.required(SEQUENCE)) // §4.1.2.6
  const publicKey = readSubjectPublicKey(fields.required(SEQUENCE)) // §4.1.2.7
  fields.optional(primitiveContext(1)) // issuerUniqueID, §4.1.2.8: read past
  fields.optional(primitiveContext(2)) // subjectUniqueID
  const extensionList = fields.optional(constructedContext(3)) // §4.1.2.9
  fields.end()
  if (extensionList && version !== 3) throw new DerError('unexpected', extensionList.offset)
  const extensions = extensionList ? readExtensions(insideOf(extensionList, SEQUENCE)) : []
  const known = readKnownExtensions(extensions)
  return {
    ...{ version, serial, signedAlgorithm, issuer, subject, notBefore, notAfter, publicKey, extensions },
    ...known,
    person: readPerson(subject),
    roles: readRoles(known.extendedKeyUsage ?? []),
  }
}

/** §4.1.2.1: absent means v1, so v1 is not written. */
function readVersion(wrapper: Element | undefined): 1 | 2 | 3 {
  if (!wrapper) return 1
  const number = readSmallInteger(insideOf(wrapper, INTEGER))
  if (number !== 1 && number !== 2) throw new DerError('unexpected', wrapper.offset)
  return number === 2 ? 3 : 2
}

function readValidity(element: Element): { notBefore: Date; notAfter: Date } {
  const fields = fieldsOf(element)
  const validity = { notBefore: readTime(fields.any()), notAfter: readTime(fields.any()) }
  fields.end()
  return validity
}
