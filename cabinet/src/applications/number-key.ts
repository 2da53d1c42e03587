// The number of an application as it is searched: one alphabet, one case, no punctuation (S-63).

/** Letters that look alike in both alphabets, Latin to Cyrillic; «ИБР» typed as «HБP» is still found. */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  I: 'І',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}

/** '1114647-ИБР', '1114647ибр', '№ 1114647 - ИБP' all give the same key. */
export function numberKey(text: string): string {
  const letters = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return letters.replace(/^NO(?=\d)/, '').replace(/[A-Z]/g, letter => LOOK_ALIKE[letter] ?? letter)
}
