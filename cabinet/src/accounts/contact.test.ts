import { describe, expect, it } from 'vitest'
import { mask, parseMail, parsePhone } from './contact.ts'

describe('a mail address', () => {
  for (const [text, address] of [
    ['aigerim@mail.kz', 'aigerim@mail.kz'],
    ['  Aigerim.U+fund@Mail.KZ\n', 'Aigerim.U+fund@mail.kz'],
    ['a@b.co', 'a@b.co'],
    ['aigerim@пошта.қаз', 'aigerim@пошта.қаз'],
    [`a@${'d'.repeat(63)}.kz`, `a@${'d'.repeat(63)}.kz`],
  ] as const)
    it(`is read from ${JSON.stringify(text)}`, () => expect(parseMail(text)).toBe(address))

  for (const [text, because] of [
    ['', 'there is nothing'],
    ['aigerim', 'it has no domain'],
    ['aigerim@localhost', 'its domain is nowhere on the internet'],
    ['@mail.kz', 'it has nobody'],
    ['a@@mail.kz', 'it has two signs'],
    ['a@mail.kz,b@mail.kz', 'there are two'],
    ['a@mail.kz\r\nBcc: b@mail.kz', 'it would add a header to the message'],
    ['Айгерім <a@mail.kz>', 'it has a name with it'],
    ['"a b"@mail.kz', 'it is quoted'],
    ['a..b@mail.kz', 'it has two dots'],
    ['a@-mail.kz', 'a name of the domain begins with a hyphen'],
    ['a@mail..kz', 'the domain has an empty name'],
    ['a@[127.0.0.1]', 'the domain is an address of the network'],
    [`${'a'.repeat(65)}@mail.kz`, 'the part before the sign is too long'],
    [`a@${'d.'.repeat(130)}kz`, 'it is too long'],
    [`${'a'.repeat(100_000)}@mail.kz`, 'it is 100 KB'],
    ['a\u0000@mail.kz', 'it has a zero byte'],
  ] as const)
    it(`is refused when ${because}`, () => expect(parseMail(text)).toBeUndefined())
})

describe('a phone', () => {
  for (const text of [
    '+77011234567',
    '8 701 123 45 67',
    '8 (701) 123-45-67',
    '7011234567',
    '+7 701 123 45 67',
    '+7(701)123–45–67',
  ])
    it(`is read from ${text}`, () => expect(parsePhone(text)).toBe('+77011234567'))

  for (const text of ['+77471234567', '87751234567', '+77601234567'])
    it(`is a mobile one of any operator: ${text}`, () => expect(parsePhone(text)).toMatch(/^\+77[4567]/))

  for (const [text, because] of [
    ['', 'there is nothing'],
    ['+77271234567', 'it is a telephone of Almaty'],
    ['+77172123456', 'it is a telephone of Astana'],
    ['+79011234567', 'it is of another country with the same code'],
    ['+996700123456', 'it is of another country'],
    ['+7701123456', 'a digit is missing'],
    ['+770112345678', 'there is a digit too many'],
    ['+87011234567', 'the eight does not go with a plus'],
    ['701123456а', 'it has a letter'],
    ['+7701１234567', 'a digit is of another alphabet'],
    ['0'.repeat(100_000), 'it is 100 KB'],
  ] as const)
    it(`is refused when ${because}`, () => expect(parsePhone(text)).toBeUndefined())
})

describe('a masked contact', () => {
  it('shows its owner whose it is, and a stranger next to nothing', () => {
    expect(mask('mail', 'aigerim@mail.kz')).toBe('a•••@mail.kz')
    expect(mask('mail', 'a@mail.kz')).toBe('a•••@mail.kz')
    expect(mask('sms', '+77011234567')).toBe('+7 7•• ••• 45 67')
  })
})
