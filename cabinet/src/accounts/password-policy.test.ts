import { describe, expect, it } from 'vitest'
import { passwordFault } from './password-policy.ts'

const ABOUT = {
  iin: '851315400107',
  names: ['ҮЛГІБАЕВА', 'АЙГЕРІМ', 'СӘКЕНҚЫЗЫ'],
  contacts: { mail: 'aika.85@example.kz', phone: '+77010000001' },
}
const FAMILY = '👨‍👩‍👧‍👦' // one picture of seven code points

describe('a password', () => {
  for (const text of [
    'Жеті қазына 2026!',
    'тауға шығайық ертең',
    'correct horse battery',
    'ақ қайың мен көл 🐎',
    '🐎🌊🍎🚲🏔🌙🎻🧩🦉🪁🍉🧵', // twelve characters without a letter
    ' leading and trailing ',
    `${'й'.normalize('NFD')}${'тауға шығайық ертең'.normalize('NFD')}`,
    'тауға шығайық ертең '.repeat(6), // 120
  ])
    it(`may be «${text.slice(0, 40)}»`, () => expect(passwordFault(text, ABOUT)).toBeUndefined())

  for (const [text, code, because] of [
    ['', 'password-short', 'there is nothing'],
    ['тау мен көл', 'password-short', 'it has eleven characters'],
    [FAMILY.repeat(2), 'password-short', 'two pictures are two characters, however many parts they have'],
    ['й'.normalize('NFD').repeat(11), 'password-short', 'a letter of two parts is one'],
    ['тау'.repeat(43), 'password-long', 'it has 129 characters'],
    ['🐎'.repeat(129), 'password-long', 'it has 129 code points'],
    ['a'.repeat(100_000), 'password-long', 'it is 100 KB'],
    ['e\u0301'.repeat(50_000), 'password-long', 'it is 100 KB of marks'],
    ['123456789012', 'password-common', 'everybody thinks of it'],
    ['P@ssw0rd12345', 'password-common', 'a leaked one in disguise stays a leaked one'],
    ['qwertyuiop[]', 'password-common', 'a finger was drawn over the keys'],
    ['йцукенгшщзхъ', 'password-common', 'a finger was drawn over Cyrillic keys'],
    ['gfhjkmgfhjkm', 'password-common', 'it is «пароль» on the Latin layout'],
    ['пароль123456', 'password-common', 'it is the Russian word for it'],
    ['Құпиясөз2026!', 'password-common', 'it is the Kazakh word for it'],
    ['зейнетақым2026', 'password-common', 'it is about what this service is about'],
    ['Kazakhstan2026', 'password-common', 'it is the country and the year'],
    ['алматы алматы', 'password-common', 'two known words are two guesses'],
    ['абабабабабаб', 'password-common', 'it repeats itself'],
    ['😀'.repeat(12), 'password-common', 'it repeats one picture'],
    ['абвгдежзийкл', 'password-common', 'it is the alphabet'],
    ['көл 851315400107 тау', 'password-personal', 'it has the IIN'],
    ['8513-1540-0107 тау', 'password-personal', 'it has the IIN with hyphens'],
    ['Айгерім тауға шықты', 'password-personal', 'it has the name in small letters'],
    ['айгерим тауға шықты', 'password-personal', 'it has the name in Russian spelling'],
    ['Aygerim went up a hill', 'password-personal', 'it has the name in Latin letters'],
    ['ULGIBAEVA up a hill', 'password-personal', 'it has the surname in Latin letters'],
    [`${'үлгібаева'.normalize('NFD')} тауда`, 'password-personal', 'it has the surname with its letters taken apart'],
    ['тауға шықты үлгібаева', 'password-personal', 'it has the surname'],
    ['Aika.85 тауға шықты', 'password-personal', 'it has the name of the mailbox'],
    ['тел 8 701 000 00 01', 'password-personal', 'it has the number of the phone'],
  ] as const)
    it(`may not be «${text.slice(0, 30)}»: ${because}`, () => expect(passwordFault(text, ABOUT)).toBe(code))

  it('is called personal for a name of two or three letters only where that is a word', () => {
    const about = { ...ABOUT, names: ['', 'АЛИ'], contacts: { mail: undefined, phone: undefined } }
    expect(passwordFault('қалифа тауға шыққан едік', about)).toBeUndefined()
    expect(passwordFault('ali мен тауға шыққан едік', about)).toBe('password-personal')
  })
})
