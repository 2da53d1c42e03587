// Soon after a registration, and once: its record, the receipt, and the fund's seal on both, kept beside the rest. Not in the
// transaction that registers: laying out paper must not hold an application.
import { createHash } from 'node:crypto'
import type { Report } from '@otinish/eds/report'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import { readRegistration } from '../withdrawal/read-registration.ts'
import { registrationCodes } from '../withdrawal/registration-code.ts'
import { openFacts } from '../withdrawal/statement-facts.ts'
import type { Pieces } from './archive.ts'
import { giveCode } from './give-code.ts'
import type { WithdrawalFacts } from './paper-facts.ts'
import { keepPieces, type Piece, type PieceName, readPieces } from './pieces.ts'
import { registrationRecord } from './registration-record.ts'
import type { RenderReceipt } from './render-receipt.ts'
import type { RenderReport } from './render-report.ts'
import type { Seal } from './seal.ts'
import { signerName } from './signer-name.ts'
import type { PersonKey, Vault } from './vault.ts'

export type CompletingNeeds = {
  readonly sql: Sql
  readonly vault: Vault
  readonly seal: Seal
  readonly renderReceipt: RenderReceipt
  readonly renderReport: RenderReport
  readonly hash: KeyedHash
  readonly now: () => Date
}

const PDF = 'application/pdf'
const SEAL = 'application/pkcs7-signature'

export type Due = { readonly iin: string; readonly registration: string }

/** Whoever comes second waits for the first and finds it done. */
export const completeEvidence =
  (needs: CompletingNeeds) =>
  (due: Due): Promise<void> =>
    needs.sql.begin(async tx => {
      const { iin, registration } = due
      const taken = await tx`
        delete from evidence_due where iin = ${iin} and registration = ${registration} returning registration`
      if (taken.length > 0) await complete(tx, needs, due)
    })

async function complete(tx: Tx, needs: CompletingNeeds, due: Due): Promise<void> {
  const held = await needs.vault.holdKey(tx, due.iin)
  const found = await readPieces(tx, needs.vault, { ...due, names: [...EARLIER] })
  if (found === 'erased') return // nothing is written about what the law has erased
  const earlier = earlierOf(found)
  const facts = await factsOf(tx, due, { key: held, signer: signerName(earlier.certificate) })
  const key = held ?? (await needs.vault.keyFor(tx, due.iin, needs.now()))
  const codes = registrationCodes({ number: facts.registration, receivedAt: facts.receivedAt }, needs.hash)
  const code = await giveCode(tx, facts.registration, codes)
  const pieces = await laterPieces(needs, { facts, code }, earlier)
  await keepPieces(tx, { key, registration: due.registration }, pieces)
}

const EARLIER = ['statement', 'signature', 'certificate', 'report'] as const

type Earlier = Readonly<Record<(typeof EARLIER)[number], Uint8Array>>

/** The first of each name. */
function earlierOf(pieces: Pieces): Earlier {
  const content = (name: PieceName) => {
    const found = pieces.find(({ piece, position }) => piece === name && position === 0)
    if (!found) throw new Error(`a withdrawal without its ${name}`)
    return found.content
  }
  return {
    statement: content('statement'),
    signature: content('signature'),
    certificate: content('certificate'),
    report: content('report'),
  }
}

type Naming = { readonly key: PersonKey | undefined; readonly signer: string }

async function factsOf(tx: Tx, due: Due, { key, signer }: Naming): Promise<WithdrawalFacts> {
  const kept = await readRegistration(tx, due)
  const said = kept && openFacts(key, kept.statement)
  if (!kept || !said || said === 'erased') throw new Error('a withdrawal without its statement')
  return { ...kept.registration, registration: kept.registration.number, person: said.person, signer }
}

type Told = { readonly facts: WithdrawalFacts; readonly code: string }

async function laterPieces(needs: CompletingNeeds, { facts, code }: Told, earlier: Earlier): Promise<Piece[]> {
  const hashes = { statementSha256: sha256(earlier.statement), signatureSha256: sha256(earlier.signature) }
  const record = registrationRecord({ ...facts, ...hashes })
  const report = JSON.parse(Buffer.from(earlier.report).toString()) as Report // ours
  const [receipt, onPaper] = await Promise.all([
    needs.renderReceipt(facts, code),
    needs.renderReport({ facts, report, ...hashes }, code),
  ])
  const at = needs.now()
  const [onRecord, onReceipt] = await Promise.all([needs.seal(record, at), needs.seal(receipt, at)])
  return [
    { piece: 'registration', mediaType: 'application/json', content: record },
    { piece: 'receipt', mediaType: PDF, content: receipt },
    { piece: 'report', position: 1, mediaType: PDF, content: onPaper },
    { piece: 'seal', position: 0, mediaType: SEAL, content: onRecord },
    { piece: 'seal', position: 1, mediaType: SEAL, content: onReceipt },
  ]
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
