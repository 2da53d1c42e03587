// The papers as PDF: every word is in them, no name becomes markup or leaves the page, the same facts give the same bytes.
import { readQrPicture } from '@otinish/simulators/egov-mobile/read-qr-picture'
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../ops/poppler.mjs'
import { anApplication, aPerson } from '../applications/test-applications.ts'
import { LANGUAGES } from '../web/language.ts'
import { receiptFacts } from './facts-of.ts'
import type { PaperFacts } from './paper.ts'
import { paperText } from './paper-text.ts'
import { printable } from './printable.ts'
import { grouped } from './readable-code.ts'
import { aCertificate, anew, aReceipt, aRecord, CODE, pictureOf, squeezed, wordsOf } from './test-papers.ts'

const render = anew()
const PAPERS: Readonly<Record<string, PaperFacts>> = {
  receipt: aReceipt(),
  application: aRecord(),
  ...Object.fromEntries(LANGUAGES.map(language => [`certificate in ${language}`, aCertificate({ language })])),
}
const named = (surname: string) => receiptFacts(anApplication(), aPerson({ surname }))
const words = async (facts: PaperFacts) => wordsOf(await render(facts, CODE))
const pages = (pdf: Uint8Array) => readPdf('pdftotext', ['-', '-'], pdf).toString().split('\f').length - 1

function saidBy(facts: PaperFacts, language: 'kk' | 'ru' | 'en'): string[] {
  const text = paperText(facts, language)
  return [
    text.title,
    text.lead,
    ...text.notes,
    ...text.lines.flatMap(line => [line.label, line.value]),
    ...text.rows.flat(),
  ]
}

describe.each(Object.entries(PAPERS))('the %s', (_, facts) => {
  const languages = facts.paper === 'certificate' ? [facts.language] : (['kk', 'ru'] as const)

  it('declares PDF/A-2a, is tagged, names its language and marks where another begins', async () => {
    const pdf = Buffer.from(await render(facts, CODE)).toString('latin1')
    expect(pdf).toMatch(/pdfaid:part>2<\/pdfaid:part><pdfaid:conformance>A</)
    expect(pdf).toMatch(/\/Marked true/)
    expect(pdf).toContain(`/Lang (${languages[0]})`)
    const marked = new Set([...pdf.matchAll(/\/Lang \((\w\w)\)/g)].map(([, language]) => language))
    expect([...marked].sort()).toEqual([...languages].sort())
  })

  it('is the same to the byte for the same facts and code', async () => {
    const first = await render(facts, CODE)
    await render({ ...facts, asOf: '2026-06-18T00:00:00.000Z' }, CODE)
    expect(Buffer.compare(first, await anew()(facts, CODE))).toBe(0)
  })

  it('says on one page what it has to say, whose it is and how it is checked', async () => {
    const pdf = await render(facts, CODE)
    const said = wordsOf(pdf)
    for (const language of languages)
      for (const sentence of saidBy(facts, language)) expect(said).toContain(squeezed(printable(sentence)))
    for (const language of languages) expect(said).toContain(`cabinet.example/${language}/verify`)
    expect(said).toContain(grouped(CODE))
    expect(said).toMatch(/991340000000 · .* · .*: \+7 727 000 00 00 · enpf\.example/)
    expect(said).not.toContain('801332400126')
    expect(pages(pdf)).toBe(1)
    expect(said).toContain('1 / 1')
  })

  it('has a QR code, which a camera reads as the address where it is checked, with its code', async () => {
    const read = readQrPicture(pictureOf(await render(facts, CODE)))
    expect(read).toBe(`https://cabinet.example/${languages[0]}/verify/7K3M9QX2VB4D8FHJ0TWZ`)
  })
})

describe('the words of a paper can be copied and searched', () => {
  it('every Kazakh letter, the tenge and the number sign', async () => {
    const letters = 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі № ₸'
    expect(await words(named(letters))).toContain(letters)
  })

  it('amounts as money, from nothing to a trillion', async () => {
    const said = (value: string) => words(aRecord({ amount: { value, currency: 'KZT' } }))
    expect(await said('0.00')).toContain('Сомасы 0,00 ₸')
    expect(await said('1000000000000.00')).toContain('Сумма 1 000 000 000 000,00 ₸')
  })

  it('the operations of an application that has many, how many are not shown, and which of how many pages it is', async () => {
    const operation = { on: '2025-12-01', contractType: 'voluntary', status: 'executed', amount: undefined } as const
    const said = await words(aRecord({ operations: Array(1000).fill(operation) }))
    expect(said.match(/01\.12\.2025/g)).toHaveLength(80)
    expect(said).toContain('көрсетілмеген операция саны: 960')
    expect(said.match(/\d \/ \d/g)).toEqual(['1 / 3', '2 / 3', '3 / 3'])
  })
})

describe('a name stays text', () => {
  for (const [name, because] of [
    ['#panic()', 'a hash starts code in Typst'],
    ['\\ #"x" ]', 'quotes, brackets and backslashes end strings and content'],
    ['$x^2$ *bold* _it_ `raw` = h', 'it is markup in Typst'],
    ['</w> & <label> @ref', 'angle brackets make labels'],
    ["О'Коннор-Ұлы", 'an apostrophe is part of names'],
    ['{"a":1}', 'it is handed over inside JSON'],
  ] as const)
    it(`${name}: ${because}`, async () => expect(await words(named(name))).toContain(squeezed(name)))

  for (const [name, printed, because] of [
    ['Аб\u202eвг', 'Абвг', 'nothing turns the line'],
    ['Али علي', 'Али ???', 'letters from right to left have no shape here'],
    ['李\u{1F600}', '??', 'nor have these'],
    ['А\u0000б\nв\tг', 'Аб в г', 'controls are no letters'],
    ['И\u0306ван', 'Йван', 'letters and their marks are put together'],
  ] as const)
    it(`${JSON.stringify(name)} is printed as ${printed}: ${because}`, async () =>
      expect(await words(named(name))).toContain(`беруші ${printed} Ғұмар`))

  it('of 200 letters is broken into lines on the page, and none is lost', async () => {
    const name = 'Ұ'.repeat(200)
    const pdf = await render(named(name), CODE)
    const text = readPdf('pdftotext', ['-bbox', '-', '-'], pdf).toString()
    const ends = [...text.matchAll(/xMax="([\d.]+)"/g)].map(([, x]) => Number(x))
    expect(Math.max(...ends)).toBeLessThan(595 - 40)
    expect(wordsOf(pdf).replace(/[\s\u200b]/g, '')).toContain(name)
  })
})
