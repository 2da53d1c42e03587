// The words of what is sent: made when it is sent, in the language of the person.
import { codeText } from './code-text.ts'
import type { Delivery } from './delivery-store.ts'
import { letterOfCode, letterOfNotice } from './letter-text.ts'
import { readNotice } from './notice.ts'
import { noticeText } from './notice-text.ts'
import { shortLink } from './short-link.ts'

export type Words = { readonly subject: string; readonly letter: string; readonly sms: string }

type Needs = { readonly publicUrl: string; readonly codeDigits: (code: string) => string }

/** A code that is forgotten has none. */
export function wordsOf({ publicUrl, codeDigits }: Needs, delivery: Delivery): Words | undefined {
  const { code, purpose, kind, facts, at, until, language } = delivery
  if (kind !== null && at !== null) {
    const notice = readNotice({ kind, facts })
    if (!notice) throw new Error('a notice of a newer version: left to an instance that knows it')
    const link = delivery.link === null ? undefined : shortLink(publicUrl, language, delivery.link)
    const text = noticeText(notice, at, language)
    return { subject: text.title, letter: letterOfNotice(text, language, link), sms: withLink(text.sms, link) }
  }
  if (code === null || purpose === null) return undefined
  const text = codeText(purpose, codeDigits(code), until, language)
  return { subject: text.title, letter: letterOfCode(text, language), sms: text.sms }
}

const TWO_PARTS = 134 // 3GPP TS 23.040: of 67 UCS-2 characters each

/** Last, so that nothing is taken for a part of it; left out where it would cost a third part. */
export function withLink(sms: string, link: string | undefined): string {
  const whole = `${sms} ${link}`
  return link === undefined || whole.length > TWO_PARTS ? sms : whole
}
