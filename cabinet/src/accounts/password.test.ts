import { hash, parseOptions } from '@node-rs/argon2'
import { describe, expect, it } from 'vitest'
import { checkPassword, hashPassword, needsRehash } from './password.ts'

describe('a password', () => {
  for (const text of [
    'Жеті қазына 2026!',
    'ә і ң ғ ү ұ қ ө һ',
    '🐎🌊👨‍👩‍👧‍👦 тау',
    ' бос орын ',
    'nul \u0000 inside',
    '"\'<>&%;--',
  ])
    it(`is itself and nothing like it: ${JSON.stringify(text)}`, async () => {
      const kept = await hashPassword(text)
      expect(await checkPassword(text, kept)).toBe('right')
      for (const other of [`${text} `, text.trim().slice(1), text.toUpperCase().toLowerCase().slice(0, -1)])
        expect(await checkPassword(other, kept)).toBe('wrong')
    })

  it('is the same whether a keyboard writes «й» and «ё» as one letter or as two', async () => {
    const text = 'ёлка мен үйеңкі, é'
    const kept = await hashPassword(text.normalize('NFC'))
    expect(text.normalize('NFD')).not.toBe(text.normalize('NFC'))
    expect(await checkPassword(text.normalize('NFD'), kept)).toBe('right')
  })

  it('is not cut: the last of many letters counts', async () => {
    const text = 'тау '.repeat(31)
    const kept = await hashPassword(`${text}а`)
    expect(await checkPassword(`${text}а`, kept)).toBe('right')
    expect(await checkPassword(`${text}б`, kept)).toBe('wrong')
  })

  it('keeps upper and lower case apart, and letters that only look alike', async () => {
    const kept = await hashPassword('Ақ қайың мен көл')
    expect(await checkPassword('ақ қайың мен көл', kept)).toBe('wrong')
    expect(await checkPassword('Ақ қайың мен кол', kept)).toBe('wrong')
  })

  it('of 100 KB is wrong, and nobody works on it', async () => {
    const long = 'e\u0301'.repeat(50_000)
    expect(await checkPassword(long, await hashPassword('Жеті қазына 2026!'))).toBe('wrong')
    expect(await checkPassword(long, undefined)).toBe('wrong')
  })

  it('is wrong for whoever has none, whatever it is', async () => {
    for (const text of ['', 'Жеті қазына 2026!']) expect(await checkPassword(text, undefined)).toBe('wrong')
  })

  it('is kept with salt, so that two alike do not look alike', async () => {
    const [one, other] = await Promise.all([hashPassword('Жеті қазына 2026!'), hashPassword('Жеті қазына 2026!')])
    expect(one).not.toBe(other)
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})

describe('today’s parameters', () => {
  it('are at least those of OWASP, with a salt of 16 octets', async () => {
    const { memoryCost, timeCost, parallelism, outputLen, saltLen } = parseOptions(await hashPassword('x'))
    expect({ memoryCost, timeCost, parallelism, outputLen, saltLen }).toEqual({
      memoryCost: 19_456,
      timeCost: 2,
      parallelism: 1,
      outputLen: 32,
      saltLen: 16,
    })
  })

  it('are told from others', async () => {
    expect(needsRehash(await hashPassword('x'))).toBe(false)
    expect(needsRehash(await hash('x', { memoryCost: 8_192, timeCost: 1 }))).toBe(true)
  })

  it('are those of the hash that stands in for people without a password', async () => {
    const { readFile } = await import('node:fs/promises')
    const source = await readFile(new URL('./password.ts', import.meta.url), 'utf8')
    const [nobodys = ''] = /\$argon2id\$[^']+/.exec(source) ?? []
    expect(needsRehash(nobodys)).toBe(false)
    expect(parseOptions(nobodys)).toEqual(parseOptions(await hashPassword('x')))
  })
})

it('tells those who are too many so at once, and checks all the others', async () => {
  const kept = await hashPassword('Жеті қазына 2026!')
  const answers = await Promise.all(Array.from({ length: 160 }, () => checkPassword('Жеті қазына 2026!', kept)))
  const busy = answers.filter(answer => answer === 'busy').length
  expect(busy).toBeGreaterThan(0)
  expect(answers.filter(answer => answer === 'right')).toHaveLength(160 - busy)
  expect(await checkPassword('Жеті қазына 2026!', kept)).toBe('right')
})
