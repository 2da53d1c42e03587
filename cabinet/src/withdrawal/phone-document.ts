// The statement as eGov Mobile shows it: the draft's very bytes, with what one recognises the application by.
import { kindOf } from '../applications/kinds.ts'
import type { QrDocument } from '../qr-signing/purpose.ts'
import { formatDate } from '../web/format.ts'
import { LANGUAGES, type Language, type Localised } from '../web/language.ts'
import type { StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

type Signed = { readonly facts: StatementFacts; readonly document: Uint8Array }

/** `confirmation`: the two digits on the page. */
export function phoneDocument({ facts, document }: Signed, confirmation: number): QrDocument {
  const { kind, number, filedOn } = facts.application
  return {
    id: 1,
    title: localised(language => statementText(facts, language).heading.join(' ')),
    meta: [
      { name: KIND, value: kindOf(kind).name },
      { name: NUMBER, value: localised(() => number) },
      { name: FILED, value: localised(language => formatDate(filedOn, language)) },
      { name: DIGITS, value: localised(() => String(confirmation)) },
    ],
    mime: 'application/pdf',
    bytes: document,
  }
}

const KIND: Localised = { kk: 'Күші жойылатын өтініш', ru: 'Отзываемое заявление', en: 'Application to be withdrawn' }
const NUMBER: Localised = { kk: 'Өтініш №', ru: '№ заявления', en: 'Application No.' }
const FILED: Localised = { kk: 'Өтініш берілген күн', ru: 'Дата подачи', en: 'Date filed' }
const DIGITS: Localised = { kk: 'Экрандағы екі цифр', ru: 'Две цифры на экране', en: 'Two digits on the screen' }

function localised(textIn: (language: Language) => string): Localised {
  const [kk, ru, en] = LANGUAGES.map(textIn)
  return { kk: kk ?? '', ru: ru ?? '', en: en ?? '' }
}
