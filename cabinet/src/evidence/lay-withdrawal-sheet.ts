// What the papers of a withdrawal have in common: Kazakh with Russian below, the fund's head, the code by which anybody checks it.
import { almatyDate } from '../calendar/almaty.ts'
import { laySheet, type Sheet } from '../documents/lay-sheet.ts'
import { type Organisation, organisationHead } from '../documents/organisation.ts'
import type { PaperText } from '../documents/paper-text.ts'
import { grouped } from '../documents/readable-code.ts'
import type { Typeset } from '../documents/typst.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { verificationPath } from '../withdrawal/registration-code.ts'
import { PRINTED, type WithdrawalFacts } from './paper-facts.ts'

export type Printing = { readonly typeset: Typeset; readonly organisation: Organisation; readonly site: string }

type Content = {
  readonly facts: WithdrawalFacts
  readonly code: string
  readonly textIn: (language: Language) => PaperText
}

const POINTS = 8.5 // both languages fit on a page, also of the kind with the longest name

/** The same content gives the same bytes. */
export function layWithdrawalSheet(
  { typeset, organisation, site }: Printing,
  { facts, code, textIn }: Content,
): Promise<Uint8Array> {
  const blocks = PRINTED.map(language => ({
    ...textIn(language),
    organisation: organisationHead(organisation, language),
  }))
  return laySheet(typeset, {
    title: textIn('kk').title,
    size: POINTS,
    day: almatyDate(facts.registeredAt),
    blocks,
    check: checkOf(facts.registration, code, site),
    footer: `${facts.registration} · ${messagesFor('kk').evidence.receipt.footer}: ${grouped(code)}`,
  })
}

/** How anybody checks it: the QR code leads to the public page. */
function checkOf(number: string, code: string, site: string): Sheet['check'] {
  const words = PRINTED.map(language => {
    const address = `${site.replace(/^https?:\/\//, '')}/${language}/verify`
    return { language, text: messagesFor(language).evidence.receipt.check(address) }
  })
  const alt = messagesFor('kk').documents.paper.qr
  return { address: `${site}${verificationPath('kk', { number, code })}`, alt, code: grouped(code), words }
}
