// Signing in order to say who one is: a short text that names the purpose, the site, the time and the code of the page.
// (Protocol §8: there is no other form of signing in.)
import { almatyIso } from '../calendar/almaty.ts'
import { formatMoment } from '../web/format.ts'
import { LANGUAGES, type Localised } from '../web/language.ts'
import type { DocumentFacts, QrDocument, QrPurpose } from './purpose.ts'

const MINUTES = 5 // short enough that a picture of the code is of little use; ASVS 6.5.5 allows ten

type Words = Pick<QrPurpose, 'heading' | 'title' | 'startsAt'>

/** A purpose that ends in "this person is at that screen". */
export function identificationPurpose(words: Words): QrPurpose {
  return {
    ...words,
    minutes: MINUTES,
    authType: 'Token',
    signMethod: 'CMS_WITH_DATA',
    key: 'any', // the newest national keys are for both, the app's own is for signing (protocol §8)
    documents: facts => [identificationDocument(words.title, facts)],
  }
}

function identificationDocument(title: Localised, facts: DocumentFacts): QrDocument {
  const { confirmation, site, at } = facts
  const same = (text: string): Localised => ({ kk: text, ru: text, en: text })
  return {
    id: 1,
    title,
    meta: [
      { name: DIGITS, value: same(String(confirmation)) },
      { name: SITE, value: same(new URL(site).host) },
      { name: TIME, value: { kk: formatMoment(at, 'kk'), ru: formatMoment(at, 'ru'), en: formatMoment(at, 'en') } },
    ],
    mime: 'text/plain',
    bytes: new TextEncoder().encode(identificationText(title, facts)),
  }
}

const DIGITS: Localised = { kk: 'Экрандағы екі цифр', ru: 'Две цифры на экране', en: 'Two digits on the screen' }
const SITE: Localised = { kk: 'Сайт', ru: 'Адрес сайта', en: 'Site' }
const TIME: Localised = { kk: 'Басталған уақыты', ru: 'Начато', en: 'Begun' }

/** Its beginning is fixed, so that a signature under it can never pass for one under a document or another challenge. */
export function identificationText(title: Localised, { site, at, confirmation, once }: DocumentFacts): string {
  return [
    `ӨТІНІШ, EGOV MOBILE: ${LANGUAGES.map(language => title[language].toUpperCase()).join(' / ')}`,
    `Экранда ${confirmation} тұрса ғана қол қойыңыз. Бұл қолтаңба ешқандай құжатты растамайды.`,
    `Подписывайте, только если на экране ${confirmation}. Эта подпись не подтверждает никакого документа.`,
    `Sign only if the screen shows ${confirmation}. This signature does not sign any document.`,
    `site: ${site}`,
    `time: ${almatyIso(at)}`,
    `digits: ${confirmation}`,
    `once: ${once}`,
    '',
  ].join('\n')
}
