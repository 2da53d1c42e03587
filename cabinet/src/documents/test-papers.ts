// For tests: papers, a renderer that is warm, and what a PDF says.
import { readPdf } from '../../../ops/poppler.mjs'
import { aLumpSum, anApplication, aPerson } from '../applications/test-applications.ts'
import { receiptFacts, recordedFacts, standingFacts } from './facts-of.ts'
import type { Organisation } from './organisation.ts'
import type { Certificate } from './paper.ts'
import { paperRenderer } from './render-paper.ts'
import { openTypst } from './typst.ts'

const here = (path: string) => new URL(`../../${path}`, import.meta.url).pathname

export const ORGANISATION: Organisation = {
  name: {
    kk: '«Бірыңғай жинақтаушы зейнетақы қоры» АҚ',
    ru: 'АО «Единый накопительный пенсионный фонд»',
    en: 'UAPF JSC',
  },
  bin: '991340000000',
  address: { kk: 'Алматы қ., Үлгі к-сі, 1', ru: 'г. Алматы, ул. Образцовая, 1', en: '1 Sample Street, Almaty' },
  phone: '+7 727 000 00 00',
  site: 'enpf.example',
}

export const anew = () =>
  paperRenderer({
    typeset: openTypst(here('assets/fonts'), here('statements')),
    organisation: ORGANISATION,
    site: 'https://cabinet.example',
  })

export const CODE = '7K3M9QX2VB4D8FHJ0TWZ'

export const aReceipt = (over: Partial<ReturnType<typeof aPerson>> = {}) => receiptFacts(anApplication(), aPerson(over))
export const aRecord = (over: Parameters<typeof aLumpSum>[0] = {}) => recordedFacts(aLumpSum(over), aPerson())

export const aCertificate = (over: Partial<Certificate> = {}): Certificate => ({
  ...aReceipt(),
  paper: 'certificate',
  language: 'kk',
  standing: standingFacts(anApplication()),
  deadline: '2026-06-29',
  number: '17-МА',
  asOf: '2026-06-17T07:00:00.000Z',
  validUntil: '2026-09-15',
  salt: 'c2FsdHNhbHRzYWx0c2FsdA',
  ...over,
})

export function wordsOf(pdf: Uint8Array): string {
  return squeezed(readPdf('pdftotext', ['-raw', '-', '-'], pdf).toString('utf8'))
}

/** The first page as somebody sees it, a PNG. */
export function pictureOf(pdf: Uint8Array): Uint8Array {
  return readPdf('pdftoppm', ['-png', '-gray', '-r', '110', '-f', '1', '-l', '1', '-'], pdf)
}

export function squeezed(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ')
}
