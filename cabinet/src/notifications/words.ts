// The words of what is sent: made when it is sent, in the language of the person.
import { codeText } from './code-text.ts'
import type { Delivery } from './delivery-store.ts'
import { type LetterLink, letterOfCode, letterOfNotice } from './letter-text.ts'
import { readNotice } from './notice.ts'
import { noticeText } from './notice-text.ts'
import { alertLink, shortLink } from './short-link.ts'

export type Words = { readonly subject: string; readonly letter: string; readonly sms: string }

type Needs = { readonly publicUrl: string; readonly codeDigits: (code: string) => string }

/** A code that is forgotten has none. `alertCode`: of an alert, the end of its address. */
export function wordsOf({ publicUrl, codeDigits }: Needs, delivery: Delivery, alertCode?: string): Words | undefined {
  const { code, purpose, kind, facts, at, until, language } = delivery
  if (kind !== null && at !== null) {
    const notice = readNotice({ kind, facts })
    if (!notice) throw new Error('a notice of a newer version: left to an instance that knows it')
    const link = linkOf(publicUrl, delivery, alertCode)
    const text = noticeText(notice, at, language)
    return { subject: text.title, letter: letterOfNotice(text, language, link), sms: withLink(text.sms, link?.href) }
  }
  if (code === null || purpose === null) return undefined
  const text = codeText(purpose, codeDigits(code), until, language)
  return { subject: text.title, letter: letterOfCode(text, language), sms: text.sms }
}

function linkOf(
  publicUrl: string,
  { language, link }: Delivery,
  alertCode: string | undefined,
): LetterLink | undefined {
  if (alertCode !== undefined) return { to: 'notMe', href: alertLink(publicUrl, language, alertCode) }
  return link === null ? undefined : { to: 'open', href: shortLink(publicUrl, language, link) }
}

const TWO_PARTS = 134 // 3GPP TS 23.040: of 67 UCS-2 characters each

/** Last, so that nothing is taken for a part of it; left out where it would cost a third part. */
export function withLink(sms: string, link: string | undefined): string {
  const whole = `${sms} ${link}`
  return link === undefined || whole.length > TWO_PARTS ? sms : whole
}
