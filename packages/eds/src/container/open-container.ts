// A document with its signature beside it in one file: ASiC-S with CAdES (ETSI EN 319 162-1 §4.2, §4.3.3, §A.1), or an archive of
// evidence in which one such file lies.
import { sameBytes } from '../bytes.ts'
import type { ZipLimits } from './limits.ts'
import { readZip, type ZipEntry } from './read-zip.ts'
import { malformed } from './refuse-zip.ts'

export const ASIC_S = 'application/vnd.etsi.asic-s+zip'
export const MIMETYPE = 'mimetype'
export const SIGNATURE = 'META-INF/signature.p7s'

export type SignedDocument = {
  readonly name: string
  readonly content: Uint8Array
  readonly signature: Uint8Array // CMS, nothing about it verified
}

/** Throws EdsError: `container-invalid`, `limit-exceeded`. */
export function openContainer(bytes: Uint8Array, limits?: ZipLimits): SignedDocument {
  const entries = readZip(bytes, limits)
  if (entries[0]?.name === MIMETYPE) return openAsic(entries)
  const [inner, ...others] = entries.filter(({ name }) => name.endsWith('.asics'))
  if (!inner || others.length > 0) throw malformed('not one container inside, but none or several')
  return openAsic(readZip(inner.content, limits))
}

/** One document, one signature, and no third thing for which a reader might be taken in. */
function openAsic([mimetype, ...entries]: readonly ZipEntry[]): SignedDocument {
  checkMimetype(mimetype)
  const [document, ...others] = entries.filter(({ name }) => !name.includes('/'))
  const [signature, ...further] = entries.filter(({ name }) => name.includes('/'))
  if (!document || others.length > 0) throw malformed('not one document, but none or several')
  if (signature?.name !== SIGNATURE || further.length > 0)
    throw malformed('not one CAdES signature, but something else')
  return { name: document.name, content: document.content, signature: signature.content }
}

/** §A.1: the first entry, stored, without an extra field, so that the type stands at a fixed place of the file. */
function checkMimetype(entry: ZipEntry | undefined): void {
  const says = entry?.name === MIMETYPE && sameBytes(entry.content, new TextEncoder().encode(ASIC_S))
  if (!says || entry.method !== 'stored' || entry.extra > 0) throw malformed('no mimetype of ASiC-S at its place')
}
