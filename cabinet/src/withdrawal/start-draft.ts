// A person asks to withdraw: the statement is drawn up once and kept byte for byte, to be read and signed.
import { randomUUID } from 'node:crypto'
import { APPLICATION_ID } from '../applications/application.ts'
import type { Read } from '../applications/read-application.ts'
import { almatyDate } from '../calendar/almaty.ts'
import type { Iin } from '../citizens/iin.ts'
import type { PersonAnswer } from '../citizens/look-up-person.ts'
import type { Person } from '../citizens/person.ts'
import type { ProblemCode } from '../web/problems.ts'
import { withdrawability } from './decide.ts'
import type { DraftRow, NewDraft } from './draft-store.ts'
import { CONSENT_VERSION, type RenderStatement, type StatementFacts } from './statement.ts'
import type { Draft } from './withdrawal.ts'

const DRAFT_MINUTES = 30

export type StartDraftOutcome =
  | { readonly kind: 'draft'; readonly draft: Draft }
  | { readonly kind: 'refusal'; readonly code: ProblemCode; readonly registration?: string }

type Needs = {
  readonly readApplication: (iin: Iin, id: string) => Promise<Read | undefined>
  readonly findLive: (iin: Iin, application: string, now: Date) => Promise<DraftRow | undefined>
  readonly isAlarmed: (iin: Iin) => Promise<boolean>
  readonly personForStatement: (iin: Iin) => Promise<PersonAnswer>
  readonly render: RenderStatement
  readonly keep: (draft: NewDraft) => Promise<DraftRow | 'changed' | 'stopped' | 'too-often'>
  readonly toDraft: (row: DraftRow, now: Date) => Promise<Draft>
  readonly now: () => Date
}

/** The same draft while it lives and nothing changed. */
export const startDraft =
  (needs: Needs) =>
  async (iin: Iin, id: string): Promise<StartDraftOutcome> => {
    const now = needs.now()
    const read = APPLICATION_ID.test(id) ? await needs.readApplication(iin, id) : undefined
    if (!read) return { kind: 'refusal', code: 'not-found' }
    const may = withdrawability(read.application.kind, read.application.status.is)
    if (!may.allowed) return bar(may.reason, read)

    if (await needs.isAlarmed(iin)) return { kind: 'refusal', code: 'withdrawals-stopped' }
    const live = await needs.findLive(iin, id, now)
    if (live) return { kind: 'draft', draft: await needs.toDraft(live, now) }
    const answer = await needs.personForStatement(iin)
    if (answer.kind === 'refusal') return answer

    const kept = await needs.keep(await drawUp(needs, read, answer.person, now))
    if (typeof kept === 'string') return { kind: 'refusal', code: NOT_KEPT[kept] }
    return { kind: 'draft', draft: await needs.toDraft(kept, now) }
  }

const NOT_KEPT = {
  changed: 'draft-overtaken',
  stopped: 'withdrawals-stopped',
  'too-often': 'drafts-too-often',
} as const satisfies Record<string, ProblemCode>

async function drawUp(needs: Needs, read: Read, person: Person, now: Date): Promise<NewDraft> {
  const { application, version } = read
  const id = randomUUID()
  const { asOf: _, standing: __, ...named } = person
  const facts: StatementFacts = {
    draft: id,
    person: named,
    application: { kind: application.kind, number: application.number, filedOn: application.filedOn },
    drawnUpOn: almatyDate(now),
    consentVersion: CONSENT_VERSION,
  }
  const document = await needs.render(facts)
  const expiresAt = new Date(now.getTime() + DRAFT_MINUTES * 60_000)
  return { id, iin: person.iin, application: application.id, version, facts, document, madeAt: now, expiresAt }
}

function bar(code: ProblemCode, { application: { status } }: Read): StartDraftOutcome {
  return status.is === 'withdrawn'
    ? { kind: 'refusal', code, registration: status.registration }
    : { kind: 'refusal', code }
}
