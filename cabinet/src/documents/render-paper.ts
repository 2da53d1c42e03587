// Makes the PDF of a paper: Kazakh with Russian below, a certificate in the language of its reader; then the code and how to check it.
import { almatyDate } from '../calendar/almaty.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { laySheet, type Sheet } from './lay-sheet.ts'
import { type Organisation, organisationHead } from './organisation.ts'
import type { PaperFacts, PaperKind } from './paper.ts'
import { paperText } from './paper-text.ts'
import { grouped } from './readable-code.ts'
import type { Typeset } from './typst.ts'

export type RenderPaper = (facts: PaperFacts, code: string) => Promise<Uint8Array>

type Needs = { readonly typeset: Typeset; readonly organisation: Organisation; readonly site: string }

const POINTS: Readonly<Record<PaperKind, number>> = { receipt: 10, application: 9.5, certificate: 11 } // each fits on a page

/** The same facts and code give the same bytes. `site` is the address under which the world knows us. */
export const paperRenderer =
  ({ typeset, organisation, site }: Needs): RenderPaper =>
  (facts, code) => {
    const languages: readonly [Language, ...Language[]] =
      facts.paper === 'certificate' ? [facts.language] : ['kk', 'ru']
    const day = almatyDate(new Date(facts.asOf))
    const blocks = languages.map(language => ({
      ...paperText(facts, language),
      organisation: organisationHead(organisation, language),
    }))
    const [first] = languages
    const t = messagesFor(first).documents.paper
    return laySheet(typeset, {
      title: blocks[0]?.title ?? '',
      size: POINTS[facts.paper],
      day,
      blocks,
      check: checkOf({ site, code, languages }),
      footer: `${t.footer}: ${grouped(code)}`,
    })
  }

type Checked = { readonly site: string; readonly code: string; readonly languages: readonly [Language, ...Language[]] }

function checkOf({ site, code, languages }: Checked): Sheet['check'] {
  const [first] = languages
  const words = languages.map(language => {
    const address = `${site.replace(/^https?:\/\//, '')}/${language}/verify`
    return { language, text: messagesFor(language).documents.paper.check(address) }
  })
  const alt = messagesFor(first).documents.paper.qr
  return { address: `${site}/${first}/verify/${code}`, alt, code: grouped(code), words }
}
