// DER as it travels: raw, in base64, or in PEM. RFC 7468 (the textual encodings, any label), RFC 4648 §4.

const BEGIN = '-----BEGIN '
const MAX_OCTETS = 48 * 1024 * 1024 // of text: what the DER reader takes, in base64 with line ends
const MAX_BLOCKS = 1000 // the lists of authorities that browsers trust have some hundred and fifty
const SEQUENCE_TAG = 0x30 // everything read here begins with it; as text it is "0", which neither PEM nor base64 of it does

/**
 * The DER bytes of one certificate or one CMS, given as DER, base64 or PEM. What is none of these is returned as it is,
 * for the DER reader to refuse; so are several PEM blocks, since which of them was meant would be a guess.
 */
export function decodeMaybePem(input: Uint8Array | string): Uint8Array {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const [only, ...others] = decodeEach(bytes)
  return only && others.length === 0 ? only : bytes
}

/** The same for a file that may hold several PEM blocks, one after another. */
export function decodeEach(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes[0] === SEQUENCE_TAG || bytes.length > MAX_OCTETS) return [bytes]
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  if (text.includes(BEGIN)) return pemBlocks(text) ?? [bytes]
  const whole = decodeBase64(text.replace(/^\u00ef\u00bb\u00bf/, '')) // some editors put a byte order mark before text
  return [whole ?? bytes]
}

/** Undefined when there are more than anybody has. */
function pemBlocks(text: string): readonly Uint8Array[] | undefined {
  const blocks = text.split(BEGIN, MAX_BLOCKS + 2).slice(1)
  if (blocks.length > MAX_BLOCKS) return undefined
  return blocks.map(block => {
    const label = block.indexOf('-----')
    const end = block.indexOf('-----END ')
    return (label < end && decodeBase64(block.slice(label + 5, end))) || new Uint8Array()
  })
}

/** Undefined unless the text is base64 in its canonical alphabet, with padding, in lines or not. */
function decodeBase64(text: string): Uint8Array | undefined {
  const letters = withoutSpace(text)
  if (letters.length === 0 || letters.length % 4 !== 0) return undefined
  return isCanonical(letters) ? Buffer.from(letters, 'base64') : undefined
}

/** One letter at a time: a repetition over millions of them can use up the stack of a regular expression. */
function isCanonical(letters: string): boolean {
  if (/[^A-Za-z0-9+/=]/.test(letters)) return false
  const padding = letters.indexOf('=')
  return padding === -1 || /^==?$/.test(letters.slice(padding))
}

/** Octet by octet: a text of nothing but letters and spaces would otherwise be cut into millions of strings. */
function withoutSpace(text: string): string {
  if (!/[\t-\r ]/.test(text)) return text
  const octets = Buffer.from(text, 'latin1')
  let kept = 0
  for (const octet of octets) if (!SPACES.has(octet)) octets[kept++] = octet
  return octets.toString('latin1', 0, kept)
}

const SPACES: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x20])
