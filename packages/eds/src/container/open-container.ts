// A document with its signature beside it in one file: ASiC-S with CAdES (ETSI EN 319 162-1 §4.2, §4.3.3, §A.1), or an archive of
// evidence in which one such file lies.
import { sameBytes } from '../bytes.ts'
import { readSignedData } from '../cms/signed-data.ts'
import type { SignerInfo } from '../cms/signer-info.ts'
import type { ZipLimits } from './limits.ts'
import { readZip, type ZipEntry } from './read-zip.ts'
import { malformed } from './refuse-zip.ts'

export const ASIC_S = 'application/vnd.etsi.asic-s+zip'
export const MIMETYPE = 'mimetype'
export const SIGNATURE = 'META-INF/signature.p7s'
export const ORIGINAL = 'signature.cms' // in an archive of evidence: the signature as it came

export type SignedDocument = {
  readonly name: string
  readonly path: string // through the container, where that lies in an archive: 'withdrawal.asics/statement.pdf'
  readonly unchecked: number // files that lie around the container, and about which nothing is said
  readonly content: Uint8Array
  readonly signature: Uint8Array // CMS, nothing about it verified
}

/** Throws EdsError: `container-invalid`, `limit-exceeded`. */
export function openContainer(bytes: Uint8Array, limits?: ZipLimits): SignedDocument {
  const entries = readZip(bytes, limits)
  if (entries[0]?.name === MIMETYPE) return openAsic(entries)
  const [inner, ...others] = entries.filter(({ name }) => name.endsWith('.asics'))
  if (!inner || others.length > 0) throw malformed('not one container inside, but none or several')
  const signed = openAsic(readZip(inner.content, limits))
  const originals = entries.filter(({ name }) => name.toLowerCase() === ORIGINAL)
  for (const { content } of originals) checkOriginal(content, signed.signature)
  const unchecked = entries.length - 1 - originals.length
  return { ...signed, path: `${inner.name}/${signed.path}`, unchecked }
}

/** The signature as it came is the one in the container, whatever was gathered beside it since. */
function checkOriginal(original: Uint8Array, signature: Uint8Array): void {
  const [before, after] = [original, signature].map(cms => readSignedData(cms).signers)
  const same = before?.length === after?.length && before?.every((signer, i) => isSame(signer, after?.[i]))
  if (!same) throw malformed('another signature beside the container')
}

function isSame(a: SignerInfo, b: SignerInfo | undefined): boolean {
  const signed = (of: SignerInfo) => of.signedAttributes?.encoded ?? new Uint8Array()
  return b !== undefined && sameBytes(a.signature, b.signature) && sameBytes(signed(a), signed(b))
}

/** One document, one signature, and no third thing for which a reader might be taken in. */
function openAsic([mimetype, ...entries]: readonly ZipEntry[]): SignedDocument {
  checkMimetype(mimetype)
  const [document, ...others] = entries.filter(({ name }) => !name.includes('/'))
  const [signature, ...further] = entries.filter(({ name }) => name.includes('/'))
  if (!document || others.length > 0) throw malformed('not one document, but none or several')
  if (signature?.name !== SIGNATURE || further.length > 0)
    throw malformed('not one CAdES signature, but something else')
  return {
    ...{ name: document.name, path: document.name, unchecked: 0 },
    content: document.content,
    signature: signature.content,
  }
}

/** §A.1: the first entry, stored, without an extra field, so that the type stands at a fixed place of the file. */
function checkMimetype(entry: ZipEntry | undefined): void {
  const says = entry?.name === MIMETYPE && sameBytes(entry.content, new TextEncoder().encode(ASIC_S))
  if (!says || entry.method !== 'stored' || entry.extra > 0) throw malformed('no mimetype of ASiC-S at its place')
}
