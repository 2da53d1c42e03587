// XML from outside, of a fixed shape. Whatever could give its text a second meaning is not read at all: no DTD and so no
// entities of one's own, no comments, no CDATA sections, no processing instructions. XML 1.0 (fifth edition).
import { DOMParser } from '@xmldom/xmldom'

export type XmlFault = 'too-long' | 'forbidden' | 'malformed' | 'shape' | 'algorithm' | 'digest'

/** XML that is not what was asked for. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
  readonly code: XmlFault

  constructor(code: XmlFault, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

const MAX_LENGTH = 32 * 1024 // a login with a certificate takes 4 KB
const DECLARATION = /^<\?xml version=(["'])1\.0\1( encoding=(["'])utf-8\3)?( standalone=(["'])(yes|no)\5)? ?\?>\s*/i
const FORBIDDEN = /<[!?]|(?![\t\r\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/u
const KNOWN_REFERENCE = /&(amp|lt|gt|quot|apos|#13|#x0?d|#10|#x0?a|#9|#x0?9);/gi // of §4.6, and white space as xmlsec writes it

/** The document element. Throws XmlError. */
export function parseXml(text: string): Element {
  if (text.length > MAX_LENGTH) throw new XmlError('too-long')
  const body = text.replace(DECLARATION, '')
  if (FORBIDDEN.test(body) || body.replace(KNOWN_REFERENCE, '').includes('&')) throw new XmlError('forbidden')
  const root = read(body).documentElement
  if (!root) throw new XmlError('malformed')
  return root
}

/** Any complaint of the reader is the end: nothing is repaired. */
function read(text: string): Document {
  const refuse = (said: string): never => {
    throw new XmlError('malformed', { cause: said })
  }
  try {
    const errorHandler = { warning: refuse, error: refuse, fatalError: refuse }
    return new DOMParser({ errorHandler }).parseFromString(text, 'text/xml')
  } catch (thrown) {
    throw thrown instanceof XmlError ? thrown : new XmlError('malformed', { cause: thrown })
  }
}
