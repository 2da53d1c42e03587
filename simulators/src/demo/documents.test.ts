// The core's own PDFs: whole files, whose Kazakh words can be read, the same every time.
import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../ops/poppler.mjs'
import { demoApplications } from './applications.ts'
import { documentsOf } from './documents.ts'

const NOW = new Date('2026-11-22T09:00:00Z')
const receiptOf = (id: string) => {
  const seeded = demoApplications(NOW).find(one => one.id === id)
  const found = seeded && documentsOf(seeded).find(({ kind }) => kind === 'receipt')
  if (!found) throw new Error(`${id} has no receipt`)
  return found.pdf
}

describe('a document of the simulated core', () => {
  it('is the same to the byte every time', () => {
    expect(receiptOf('demo-memo-bank-details').equals(receiptOf('demo-memo-bank-details'))).toBe(true)
  })

  it('can be read, Kazakh letters and all', () => {
    const text = readPdf('pdftotext', ['-raw', '-', '-'], receiptOf('demo-memo-bank-details')).toString()
    expect(text).toContain('Құжаттарды қабылдау туралы қолхат')
    expect(text).toContain('Өтініш беруші: ЖАДНАМАЕВ ЕРЛАН ЖАДНАМАҰЛЫ')
    expect(text).toContain('1114647-ИБР')
  })
})
