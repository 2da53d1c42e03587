// One key, two alphabets: what a Kazakh or Russian keyboard writes, as the Latin letters of the same keys. Whoever draws a
// finger over the keys, or types a word without having switched the language, chooses what guessers know.

const CYRILLIC = 'ёйцукенгшщзхъфывапролджэячсмитьбю' // the Russian layout, which the Kazakh one contains
const LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
const KAZAKH = 'әіңғүұқөһ' // the Kazakh letters stand on the row of digits
const DIGITS = '2345890-='

const KEYS = new Map([...(CYRILLIC + KAZAKH)].map((letter, i) => [letter, (LATIN + DIGITS).charAt(i)] as const))

export function latinKeys(text: string): string {
  return [...text].map(letter => KEYS.get(letter.toLowerCase()) ?? letter).join('')
}
