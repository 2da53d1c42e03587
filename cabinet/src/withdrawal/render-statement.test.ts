// The signed PDF: every word is in it, no name becomes markup, the same facts give the same bytes.
import { describe, expect, it } from 'vitest'
import type { Iin } from '../citizens/iin.ts'
import { squeezed, wordsOf } from '../documents/test-papers.ts'
import { openTypst } from '../documents/typst.ts'
import { statementRenderer } from './render-statement.ts'
import { CONSENT_VERSION, type StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

const here = (path: string) => new URL(`../../${path}`, import.meta.url).pathname
const anew = () => statementRenderer(openTypst(here('assets/fonts'), here('statements')))
const render = anew()

const FACTS: StatementFacts = {
  draft: '01JX7Q4E9M8Z',
  person: {
    iin: '801332400126' as Iin,
    surname: 'Әбілқасымұлы',
    name: 'Ғұмар',
    patronymic: 'Өңдірбекұлы',
    birthDate: '1980-01-02',
    sic: undefined,
  },
  application: { kind: 'bank-details', number: '1114647-ИБР', filedOn: '2026-06-16' },
  drawnUpOn: '2026-06-17',
  consentVersion: CONSENT_VERSION,
}

describe('the signed PDF', () => {
  it('is a PDF that declares PDF/A', async () => {
    const pdf = Buffer.from(await render(FACTS)).toString('latin1')
    expect(pdf.startsWith('%PDF-1.7')).toBe(true)
    expect(pdf).toMatch(/pdfaid:part>2</)
  })

  it('is the same to the byte for the same facts', async () => {
    const first = await render(FACTS)
    await render({ ...FACTS, draft: 'another' })
    expect(Buffer.compare(first, await anew()(FACTS))).toBe(0)
  })

  it('says in Kazakh and in Russian what the page says', async () => {
    const words = wordsOf(await render(FACTS))
    for (const language of ['kk', 'ru'] as const) {
      const text = statementText(FACTS, language)
      const said = [text.addressee, ...text.heading, text.request, text.consent, text.note]
      for (const line of [...text.applicant, ...text.colophon]) said.push(line.label, line.value)
      for (const sentence of said) expect(words).toContain(squeezed(sentence))
    }
  })

  it('keeps every Kazakh letter, capital and small', async () => {
    const letters = 'Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі'
    expect(wordsOf(await render({ ...FACTS, person: { ...FACTS.person, name: letters } }))).toContain(letters)
  })

  for (const [name, because] of [
    ['#panic()', 'a hash starts code in Typst'],
    ['\\ #"x" ]', 'quotes, brackets and backslashes end strings and content'],
    ['$x^2$ *bold* _it_ `raw`', 'it is markup in Typst'],
    ['</w> & <label>', 'angle brackets make labels'],
    ["О'Коннор-Ұлы", 'an apostrophe is part of names'],
  ] as const)
    it(`prints the name ${name} as it is: ${because}`, async () => {
      expect(wordsOf(await render({ ...FACTS, person: { ...FACTS.person, surname: name } }))).toContain(squeezed(name))
    })
})
