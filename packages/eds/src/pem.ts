// DER as it travels: raw, in base64, or in PEM. RFC 7468 (the textual encodings, any label), RFC 4648 §4.

const BEGIN = '-----BEGIN '
const SEQUENCE_TAG = 0x30 // everything read here begins with it; as text it is "0", which neither PEM nor base64 of it does

/**
 * The DER bytes of one certificate or one CMS, given as DER, base64 or PEM. What is none of these is returned as it is,
 * for the DER reader to refuse. Of several PEM blocks the first is taken.
 */
export function decodeMaybePem(input: Uint8Array | string): Uint8Array {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input
  return decodeEach(bytes)[0] ?? bytes
}

/** The same for a file that may hold several PEM blocks, one after another. */
export function decodeEach(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes[0] === SEQUENCE_TAG) return [bytes]
  const text = new TextDecoder('latin1').decode(bytes)
  if (text.includes(BEGIN)) return pemBlocks(text)
  const whole = decodeBase64(text.replace(/^\u00ef\u00bb\u00bf/, '')) // some editors put a byte order mark before text
  return [whole ?? bytes]
}

function pemBlocks(text: string): readonly Uint8Array[] {
  return text
    .split(BEGIN)
    .slice(1)
    .map(block => {
      const label = block.indexOf('-----')
      const end = block.indexOf('-----END ')
      return (label < end && decodeBase64(block.slice(label + 5, end))) || new Uint8Array()
    })
}

/** Undefined unless the text is base64 in its canonical alphabet, with padding, in lines or not. */
function decodeBase64(text: string): Uint8Array | undefined {
  const letters = text.replaceAll(/\s+/g, '')
  if (letters.length === 0 || letters.length % 4 !== 0) return undefined
  return /^[A-Za-z0-9+/]+={0,2}$/.test(letters) ? Buffer.from(letters, 'base64') : undefined
}
