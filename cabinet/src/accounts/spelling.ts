// One name, many spellings: АЙГЕРІМ is Aigerim, Aygerim and Айгерим. What they have in common, to find a name in a password.

const LATIN: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    ә: 'a',
    б: 'b',
    в: 'v',
    г: 'g',
    ғ: 'g',
    д: 'd',
    е: 'e',
    ё: 'e',
    ж: 'zh',
    з: 'z',
    и: 'i',
    й: 'i',
    і: 'i',
  },
  ...{ к: 'k', қ: 'k', л: 'l', м: 'm', н: 'n', ң: 'n', о: 'o', ө: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ұ: 'u' },
  ...{
    ү: 'u',
    ф: 'f',
    х: 'h',
    һ: 'h',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'sh',
    ъ: '',
    ы: 'i',
    ь: '',
    э: 'e',
    ю: 'iu',
    я: 'ia',
  },
  ...{ y: 'i', j: 'zh', q: 'k', w: 'v', x: 'ks' },
}

/** Small Latin letters for letters of either alphabet; everything else stays. */
export function skeleton(text: string): string {
  const latin = [...text.normalize('NFC').toLowerCase()].map(letter => LATIN[letter] ?? letter).join('')
  return latin
    .normalize('NFKD')
    .replace(/\p{M}/gu, '') // á, ä, ş of the new alphabet
    .replaceAll('kh', 'h')
    .replaceAll('gh', 'g')
}
