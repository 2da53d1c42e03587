// The documents that the demonstration's core sends: of some applications both, of some one, of most none, so that the service makes them.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Font, readFont } from '../core/true-type.ts'
import { type Line, writePdf } from '../core/write-pdf.ts'
import type { Seeded } from './memo-applications.ts'
import { PERSONS } from './persons.ts'

export type SentDocument = { readonly kind: 'receipt' | 'application'; readonly pdf: Buffer }

const SENT: Readonly<Record<string, readonly SentDocument['kind'][]>> = {
  'bank-details': ['receipt', 'application'],
  housing: ['application'],
}

/** Of the persons who have the memo's applications. */
export function documentsOf({ id, application }: Seeded): readonly SentDocument[] {
  const [, name = ''] = /^demo-(?:main|memo)-(.+)$/.exec(id) ?? []
  return (SENT[name] ?? []).map(kind => ({ kind, pdf: pdfOf(kind, application) }))
}

function pdfOf(kind: SentDocument['kind'], application: Seeded['application']): Buffer {
  const title = kind === 'receipt' ? 'Құжаттарды қабылдау туралы қолхат' : 'Өтініш'
  return writePdf(title, linesOf(kind, application), theFont())
}

function linesOf(kind: SentDocument['kind'], { iin, number, filedOn, receivedAt }: Seeded['application']): Line[] {
  const person = PERSONS.find(one => one.iin === iin)
  const name = [person?.surname, person?.name, person?.patronymic].filter(Boolean).join(' ')
  const [kk, ru] =
    kind === 'receipt' ? ['Құжаттарды қабылдау туралы қолхат', 'Расписка о приёме документов'] : ['Өтініш', 'Заявление']
  return [
    { text: 'ҮЛГІ · ОБРАЗЕЦ (сынақ жүйесі, тестовая система)', size: 9 },
    { text: '' },
    { text: kk, size: 16 },
    { text: `Өтініш беруші: ${name}` },
    { text: `Өтініш № ${number}, берілген күні: ${filedOn}` },
    { text: `Қорға келіп түскен уақыты: ${receivedAt.slice(0, 19).replace('T', ' ')}` },
    { text: '' },
    { text: ru, size: 16 },
    { text: `Заявитель: ${name}` },
    { text: `Заявление № ${number}, дата подачи: ${filedOn}` },
    { text: `Поступило в фонд: ${receivedAt.slice(0, 19).replace('T', ' ')}` },
  ]
}

const FONT = 'cabinet/assets/fonts/otinish-sans-400.ttf' // has the Kazakh letters

let read: Font | undefined
function theFont(): Font {
  read ??= readFont(readFileSync(path.join(projectRoot(import.meta.dirname), FONT)))
  return read
}

/** The nearest folder upwards that holds the font: from the sources and from the bundle. */
function projectRoot(from: string): string {
  if (existsSync(path.join(from, FONT))) return from
  const parent = path.dirname(from)
  if (parent === from) throw new Error(`${FONT} was not found`)
  return projectRoot(parent)
}
