// Words from outside as they can be printed: the font knows Latin and Cyrillic letters (assets/fonts/make.mjs), and a PDF/A has
// no place for a letter without a shape.

const SHAPED = /^[\u0020-\u007e\u00a0-\u017f\u0400-\u045f\u0490-\u04ffƏəʻʼ‐‑–—‘’‚“”„•…‹›€№₸−\u2009\u202f]$/u
const WITHOUT = '?'

/** Composed, in one line, with nothing that turns it; a letter that cannot be printed is a question mark. */
export function printable(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/\s+/gu, space => (space === '\u00a0' || space === '\u202f' ? space : ' '))
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
  return [...line].map(letter => (SHAPED.test(letter) ? letter : WITHOUT)).join('')
}
