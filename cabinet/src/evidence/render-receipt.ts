// The receipt for a withdrawal (S-78, S-88, O-17): registered under which number, when to the second, by which signature.
import { kindOf } from '../applications/kinds.ts'
import { applicantOf } from '../documents/facts-of.ts'
import type { PaperLine, PaperText } from '../documents/paper-text.ts'
import { formatDate, formatMoment } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { layWithdrawalSheet, type Printing } from './lay-withdrawal-sheet.ts'
import type { WithdrawalFacts } from './paper-facts.ts'

export type RenderReceipt = (facts: WithdrawalFacts, code: string) => Promise<Uint8Array>

/** The same facts and code give the same bytes. */
export const receiptRenderer =
  (printing: Printing): RenderReceipt =>
  (facts, code) =>
    layWithdrawalSheet(printing, { facts, code, textIn: language => receiptText(facts, language) })

export function receiptText(facts: WithdrawalFacts, language: Language): PaperText {
  const { evidence, documents } = messagesFor(language)
  return {
    language,
    title: evidence.receipt.title,
    lead: evidence.receipt.lead,
    lines: [...registeredLines(facts, language), ...signedLines(facts, language)],
    ...NO_ROWS,
    notes: [evidence.receipt.seal, documents.paper.iinNote],
  }
}

export const NO_ROWS = { rowsTitle: '', rowsHead: [], rows: [], rowsMore: null }

function registeredLines(facts: WithdrawalFacts, language: Language): PaperLine[] {
  const { withdrawal, documents } = messagesFor(language)
  const { result: t } = withdrawal
  const { line: of } = documents.paper
  const { application } = facts
  const { surname, name, patronymic, iin } = applicantOf({
    ...facts.person,
    patronymic: facts.person.patronymic ?? undefined,
  })
  return [
    line(t.number, facts.registration, true),
    line(t.receivedAt, formatMoment(facts.receivedAt, language), true),
    line(t.registeredAt, formatMoment(facts.registeredAt, language)),
    line(of.applicant, [surname, name, patronymic ?? ''].join(' ').trim(), true),
    line(of.iin, iin),
    line(of.kind, kindOf(application.kind).name[language]),
    line(of.number, application.number, true),
    line(of.filedOn, formatDate(application.filedOn, language)),
  ]
}

function signedLines({ method, signer, certificate, timestamp }: WithdrawalFacts, language: Language): PaperLine[] {
  const { withdrawal, evidence } = messagesFor(language)
  const { result: t } = withdrawal
  return [
    line(t.method, t.methods[method]),
    line(evidence.receipt.signer, signer),
    line(t.serial, certificate.serial),
    line(t.issuer, certificate.issuer),
    ...(timestamp ? [line(t.timestamp, `${formatMoment(timestamp.at, language)}, ${timestamp.authority}`)] : []),
  ]
}

export function line(label: string, value: string, strong = false): PaperLine {
  return { label, value, strong }
}
