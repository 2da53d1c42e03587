// Whether bytes that the core sends as a document can be one.

export const MAX_DOCUMENT = 5 * 1024 * 1024 // the table's check says the same

export type DocumentFault = 'document-empty' | 'document-not-pdf'

const TAIL = 1024 // readers look for the end of a PDF in so many last bytes

/** The first bytes of a PDF (ISO 32000-1 §7.5.2) and its last line (§7.5.5), without which it was cut off on the way. */
export function documentFault(content: Uint8Array): DocumentFault | undefined {
  if (content.length === 0) return 'document-empty'
  const begins = /^%PDF-\d\.\d/.test(latin(content.subarray(0, 8)))
  const ends = latin(content.subarray(-TAIL)).includes('%%EOF')
  return begins && ends ? undefined : 'document-not-pdf'
}

function latin(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
