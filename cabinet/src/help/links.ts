// Where the help leads outside of this site. An address that moves is changed here and nowhere else.
import type { Language } from '../web/language.ts'

export const LINKS = {
  ncalayer: 'https://pki.gov.kz/ncalayer/', // as the memo gives it (S-96)
  pki: 'https://pki.gov.kz/',
  egovMobileIos: 'https://apps.apple.com/kz/app/egov-mobile/id1476128386',
  egovMobileAndroid: 'https://play.google.com/store/apps/details?id=kz.mobile.mgov',
  fund: 'https://enpf.kz/',
  adilet: 'https://adilet.zan.kz/',
  call: 'tel:1418',
  whatsapp: 'https://wa.me/77770001418',
} as const

/** The registry of legal acts is in Kazakh and Russian. */
const ACTS: Readonly<Record<Language, string>> = { kk: 'kaz', ru: 'rus', en: 'rus' }

/** What a link of the help leads to: a page of ours, an anchor, an act by its number in the registry, or a name from above. */
export function addressOf(target: string, language: Language): string {
  if (target.startsWith('/')) return `/${language}${target}`
  if (target.startsWith('act:')) return `${LINKS.adilet}${ACTS[language]}/docs/${target.slice('act:'.length)}`
  const [, address] = Object.entries(LINKS).find(([name]) => name === target) ?? []
  if (address === undefined) throw new Error(`a link of the help leads nowhere: ${target}`)
  return address
}
