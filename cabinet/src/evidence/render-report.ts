// The report of the verification for people: what report.json says, on paper.
import type { Report, SignerReport } from '@otinish/eds/report'
import type { PaperLine, PaperText } from '../documents/paper-text.ts'
import { formatMoment } from '../web/format.ts'
import type { Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { layWithdrawalSheet, type Printing } from './lay-withdrawal-sheet.ts'
import type { WithdrawalFacts } from './paper-facts.ts'
import { line, NO_ROWS } from './render-receipt.ts'

export type Reported = {
  readonly facts: WithdrawalFacts
  readonly report: Report
  readonly statementSha256: string
  readonly signatureSha256: string
}

export type RenderReport = (reported: Reported, code: string) => Promise<Uint8Array>

/** The same report and code give the same bytes. */
export const reportRenderer =
  (printing: Printing): RenderReport =>
  (reported, code) =>
    layWithdrawalSheet(printing, { facts: reported.facts, code, textIn: language => reportText(reported, language) })

export function reportText({ facts, report, ...hashes }: Reported, language: Language): PaperText {
  const { report: t } = messagesFor(language).evidence
  const [signer] = report.signers
  return {
    language,
    title: t.title,
    lead: t.lead,
    lines: [
      line(t.outcome, [t.outcomes[report.outcome], ...report.reasons].join(', '), true),
      line(messagesFor(language).withdrawal.result.number, facts.registration),
      ...(signer ? signerLines(signer, facts, language) : []),
      line(t.statement, hashes.statementSha256),
      line(t.signature, hashes.signatureSha256),
    ],
    ...NO_ROWS,
    notes: [t.note, messagesFor(language).documents.paper.iinNote],
  }
}

function signerLines(signer: SignerReport, facts: WithdrawalFacts, language: Language): PaperLine[] {
  const { report: t } = messagesFor(language).evidence
  const { result } = messagesFor(language).withdrawal
  const moment = (iso: string) => formatMoment(new Date(iso), language)
  const { person, certificate, timestamp, revocation, signingTime } = signer
  const name = [person.commonName, person.patronymic].filter(Boolean).join(' ')
  return [
    line(t.person, `${name}, ${facts.person.iin.slice(-4).padStart(facts.person.iin.length, '•')}`),
    ...(certificate
      ? [
          line(result.serial, `${certificate.serial}, ${certificate.algorithm}`),
          line(t.valid, `${moment(certificate.notBefore)} – ${moment(certificate.notAfter)}`),
        ]
      : []),
    line(t.chain, signer.chain.join(' ‹ ')),
    ...(signingTime ? [line(t.signingTime, moment(signingTime))] : []),
    ...(timestamp ? [line(result.timestamp, `${moment(timestamp.at)}, ${timestamp.authority}`)] : []),
    ...(revocation.source === 'none'
      ? []
      : [line(t.revocation, result.revocation[revocation.source](moment(revocation.at)))]),
  ]
}
