// Codes that people read aloud and type: 100 bits in twenty characters, none of which is taken for another.

/** Digits and letters without I, L, O and U (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 20
const GROUP = 4

/** The first 100 bits of a hash. */
export function codeFrom(hash: Uint8Array): string {
  const bits = [...hash].map(byte => byte.toString(2).padStart(8, '0')).join('')
  const letter = (i: number) => ALPHABET[Number.parseInt(bits.slice(5 * i, 5 * i + 5), 2)] ?? ''
  return Array.from({ length: LENGTH }, (_, i) => letter(i)).join('')
}

/** '7K3M-…': as it is printed. */
export function grouped(code: string): string {
  return code.replace(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-')
}

/** What is taken for another letter when read or typed, on a Cyrillic keyboard too. */
const READ_AS: Readonly<Record<string, string>> = {
  ...{ O: '0', I: '1', L: '1', U: 'V' },
  ...{
    А: 'A',
    В: 'B',
    С: 'C',
    Е: 'E',
    Н: 'H',
    К: 'K',
    М: 'M',
    О: '0',
    Р: 'P',
    Т: 'T',
    Х: 'X',
    У: 'Y',
    Ү: 'Y',
    І: '1',
    З: '3',
  },
}

/** The code in what was typed: spaces, dashes and case do not matter. `undefined` when it cannot be one. */
export function readCode(typed: string): string | undefined {
  const code = [
    ...typed
      .slice(0, 200)
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}_.]/gu, ''),
  ]
    .map(letter => READ_AS[letter] ?? letter)
    .join('')
  return code.length === LENGTH && [...code].every(letter => ALPHABET.includes(letter)) ? code : undefined
}
