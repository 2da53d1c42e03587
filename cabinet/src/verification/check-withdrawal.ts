// Anybody checks a withdrawal by its number and its code. A wrong number and a wrong code get one answer after the same work.
import type { KindId, SignMethod } from '../applications/kinds.ts'
import type { Act } from '../audit/act.ts'
import type { Iin } from '../citizens/iin.ts'
import type { Person } from '../citizens/person.ts'
import { initialsOf } from '../documents/decide.ts'
import { isCodeOf, isKeptCode, type Registered, readRegistration } from '../withdrawal/registration-code.ts'
import type { Attempt } from './may-check.ts'

export type WithdrawalCheckNeeds = {
  readonly attempt: (address: string) => Promise<Attempt>
  readonly findNumber: (number: string) => Promise<KnownNumber | undefined>
  readonly codesOf: (registered: Registered) => readonly string[]
  readonly findWithdrawal: (known: KnownNumber) => Promise<FoundWithdrawal | undefined>
  readonly findPerson: (iin: Iin) => Promise<Person | undefined>
  readonly record: (act: Act) => Promise<void>
  readonly now: () => Date
}

/** A registration, and the hash of the code that was first given with it, once it is kept. */
export type KnownNumber = Registered & { readonly iin: Iin; readonly code: Uint8Array | undefined }

export type FoundWithdrawal = {
  readonly application: string // its id
  readonly kind: KindId
  readonly applicationNumber: string
  readonly registeredAt: Date
  readonly method: SignMethod
  readonly issuer: string // of the certificate
  readonly stampedAt: Date | undefined
}

export type WithdrawalCheck = {
  readonly number: string // as typed
  readonly code: string
  readonly address: string // of whoever asks
  readonly reader: string | undefined // the IIN of whoever is signed in
  readonly request: string
}

/** What a stranger is shown: facts, and of the person the initials. */
export type CheckedWithdrawal = Omit<FoundWithdrawal, 'application' | 'applicationNumber'> & {
  readonly number: string
  readonly receivedAt: Date
  readonly ofApplication: string // '…4647-ИБР'
  readonly initials: string | undefined
}

export type WithdrawalOutcome =
  | { readonly kind: 'found'; readonly withdrawal: CheckedWithdrawal }
  | { readonly kind: 'refusal'; readonly code: 'withdrawal-unknown' }
  | { readonly kind: 'refusal'; readonly code: 'too-many-requests'; readonly again: Date }

const UNKNOWN: WithdrawalOutcome = { kind: 'refusal', code: 'withdrawal-unknown' }
const NO_NUMBER = '0-ОЖ' // looked for all the same
const NOBODYS: Registered = { number: NO_NUMBER, receivedAt: new Date(0) } // whose codes are computed all the same

export const checkWithdrawal =
  (needs: WithdrawalCheckNeeds) =>
  async (check: WithdrawalCheck): Promise<WithdrawalOutcome> => {
    const at = needs.now()
    const tried = await needs.attempt(check.address)
    if (!tried.allowed) return { kind: 'refusal', code: 'too-many-requests', again: tried.again }
    const known = await needs.findNumber(readRegistration(check.number) ?? NO_NUMBER)
    const opens = [isCodeOf(check.code, needs.codesOf(known ?? NOBODYS)), isKeptCode(check.code, known?.code)]
    if (!known || !opens.includes(true)) return UNKNOWN
    const found = await needs.findWithdrawal(known)
    if (!found) return UNKNOWN
    const person = await needs.findPerson(known.iin)
    if (check.reader !== known.iin) await needs.record(lookOf(known, found, { at, request: check.request }))
    return { kind: 'found', withdrawal: shownOf(known, found, person) }
  }

type Look = { readonly at: Date; readonly request: string }

/** Whoever it is has read something of a person's: the person sees that. */
function lookOf({ iin }: KnownNumber, { application }: FoundWithdrawal, { at, request }: Look): Act {
  return { at, act: 'withdrawal-checked', actor: { kind: 'anybody' }, iin, application, outcome: 'by-code', request }
}

function shownOf(known: KnownNumber, found: FoundWithdrawal, person: Person | undefined): CheckedWithdrawal {
  const { kind, registeredAt, method, issuer, stampedAt, applicationNumber } = found
  return {
    ...{ kind, registeredAt, method, issuer, stampedAt },
    number: known.number,
    receivedAt: known.receivedAt,
    ofApplication: endOf(applicationNumber),
    initials: person && initialsOf({ ...person, patronymic: person.patronymic ?? null }),
  }
}

const SHOWN = 4

/** Enough to compare with a paper, too little to look for the application by it. */
function endOf(number: string): string {
  const [, digits = '', letters = ''] = /^(\d*)(.*)$/.exec(number) ?? []
  return digits.length > SHOWN ? `…${digits.slice(-SHOWN)}${letters}` : number
}
