// Lists of revoked certificates. RFC 5280 §5; only read here: whether one may be believed is decided by judgeCrls.
import { createHash } from 'node:crypto'
import { DerError } from '../der/error.ts'
import { insideOf } from '../der/fields.ts'
import { Reader } from '../der/reader.ts'
import { constructedContext, GENERALIZED_TIME, INTEGER, SEQUENCE, UTC_TIME } from '../der/tag.ts'
import { readTime } from '../der/time.ts'
import { readBitOctets, readInteger, readSmallInteger } from '../der/value.ts'
import { type AlgorithmIdentifier, readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts'
import { type Extension, extensionValue, readExtensions } from '../x509/extension.ts'
import { readAuthorityKeyId } from '../x509/extension-values.ts'
import { type Name, readName } from '../x509/name.ts'
import { AUTHORITY_KEY_ID } from '../x509/oids.ts'
import { type CrlEntries, indexEntries } from './crl-entries.ts'
import { CRL_NUMBER, DELTA_CRL_INDICATOR, EXPIRED_CERTS_ON_CRL, ISSUING_DISTRIBUTION_POINT } from './crl-oids.ts'
import { type IssuingDistributionPoint, readIssuingDistributionPoint } from './issuing-distribution-point.ts'
import { enterSequence, expectEnd, nextElement, nextIf, nextTag } from './scan.ts'

export type Crl = {
  readonly encoded: Uint8Array
  readonly fingerprint: string // SHA-256 of `encoded`, hexadecimal: the list is too long to be hashed at every use
  readonly signedPart: Uint8Array // TBSCertList, as it stands
  readonly signature: Uint8Array
  readonly signatureAlgorithm: AlgorithmIdentifier // §5.1.1.2
  readonly signedAlgorithm: AlgorithmIdentifier // §5.1.2.2, which must say the same
  readonly version: 1 | 2
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date | undefined
  readonly entries: CrlEntries
  readonly extensions: readonly Extension[]
  readonly number: bigint | undefined // §5.2.3
  readonly baseNumber: bigint | undefined // §5.2.4: of a delta, the list that it continues at the earliest
  readonly scope: IssuingDistributionPoint | undefined // absent: everything that the issuer issued
  readonly authorityKeyId: Uint8Array | undefined
  readonly keepsExpiredSince: Date | undefined // X.509 §9.5.2.8 expiredCertsOnCRL
}

const MAX_BYTES = 64 * 1024 * 1024 // three times the national list

/**
 * Reads a list; its entries are checked one by one and indexed, not kept as objects. The octets are not copied, so keep
 * them unchanged. Throws DerError; `too-large` past a limit of ours.
 */
export function readCrl(der: Uint8Array): Crl {
  if (der.length > MAX_BYTES) throw new DerError('too-large', 0)
  const whole = new Reader(der)
  const outer = enterSequence(whole)
  expectEnd(whole)
  const signed = enterSequence(outer)
  const signedPart = outer.bytes.subarray(0, outer.position)
  const signatureAlgorithm = readAlgorithmIdentifier(nextElement(outer))
  const signature = readBitOctets(nextElement(outer))
  expectEnd(outer)
  const fingerprint = createHash('sha256').update(der).digest('hex')
  return { encoded: der, fingerprint, signedPart, signature, signatureAlgorithm, ...readSignedPart(signed) }
}

type SignedPart = Omit<Crl, 'encoded' | 'fingerprint' | 'signedPart' | 'signature' | 'signatureAlgorithm'>

/** TBSCertList, §5.1.2, field by field. */
function readSignedPart(from: Reader): SignedPart {
  const version = readVersion(from) // §5.1.2.1
  const signedAlgorithm = readAlgorithmIdentifier(nextElement(from)) // §5.1.2.2
  const issuer = readName(nextElement(from)) // §5.1.2.3
  const thisUpdate = readTime(nextElement(from)) // §5.1.2.4
  const next = nextIf(from, UTC_TIME, GENERALIZED_TIME) // §5.1.2.5
  // §5.1.2.6 wants no list where nothing is revoked, but the national root writes an empty one.
  const list = nextTag(from) === SEQUENCE ? enterSequence(from) : new Reader(new Uint8Array())
  const entries = indexEntries(list, version)
  const wrapper = nextIf(from, constructedContext(0)) // §5.1.2.7
  expectEnd(from)
  if (wrapper && version !== 2) throw new DerError('unexpected', wrapper.offset)
  const extensions = wrapper ? readExtensions(insideOf(wrapper, SEQUENCE)) : []
  const nextUpdate = next && readTime(next)
  if (nextUpdate && nextUpdate < thisUpdate) throw new DerError('unexpected', next.offset)
  const values = readExtensionValues(extensions)
  const isIndirect = values.scope?.isIndirect ?? false
  if (entries.issuers.length > 0 && !isIndirect) throw new DerError('unexpected', 0) // §5.3.3
  return { version, signedAlgorithm, issuer, thisUpdate, nextUpdate, entries, extensions, ...values }
}

/** §5.1.2.1: absent means v1, so only v2 is written. */
function readVersion(from: Reader): 1 | 2 {
  const element = nextIf(from, INTEGER)
  if (!element) return 1
  if (readSmallInteger(element) !== 1) throw new DerError('unexpected', element.offset)
  return 2
}

function readExtensionValues(extensions: readonly Extension[]) {
  return {
    number: extensionValue(extensions, CRL_NUMBER, readInteger),
    baseNumber: extensionValue(extensions, DELTA_CRL_INDICATOR, readInteger),
    scope: extensionValue(extensions, ISSUING_DISTRIBUTION_POINT, readIssuingDistributionPoint),
    authorityKeyId: extensionValue(extensions, AUTHORITY_KEY_ID, readAuthorityKeyId),
    keepsExpiredSince: extensionValue(extensions, EXPIRED_CERTS_ON_CRL, readTime),
  }
}
