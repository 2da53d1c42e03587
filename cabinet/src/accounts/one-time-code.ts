// One-time codes: six digits to a mail address or a phone, ten minutes, five tries, once, for whoever asked.
import { randomUUID } from 'node:crypto'
import type { Sql, Tx } from '../database/sql.ts'
import type { QueueCode } from '../notifications/queue-code.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'
import { typedDigits } from './code-digits.ts'
import { AN_HOUR, CODE_MINUTES, CODE_TRIES, type CodePurpose, nextCodeAt } from './code-rules.ts'
import { keepCode, momentsOfCodes, tryCode, useCode } from './code-store.ts'
import type { Channel } from './contact.ts'

export type CodeRequest = {
  readonly purpose: CodePurpose
  readonly channel: Channel
  readonly address: string | undefined // undefined: nobody to send it to, and whoever asks is not to know that
  readonly iin?: string | undefined // recovery: whom they say to be; then codes are counted by it, and not by the address
  readonly starter: string // whoever asks: the browser's secret, or `askedBy` where the person has shown who they are
  readonly language: Language
  readonly now: Date
}

/** A browser gets another secret at will, a person is no other: nobody sends codes to as many strangers as they like. */
export function askedBy(iin: string, purpose: CodePurpose): string {
  return `${purpose} ${iin}`
}

export type MadeCode =
  | { readonly kind: 'made'; readonly id: string; readonly until: Date }
  | { readonly kind: 'refusal'; readonly code: 'code-too-soon'; readonly again: Date }

type MakeNeeds = {
  readonly hash: KeyedHash
  readonly queueCode: (tx: Tx) => QueueCode // it is put aside to be sent; the digits are made when it is
}

/** One a minute and five an hour, to an address (to a person, where they recover) and for whoever asks. */
export const makeCode =
  ({ hash, queueCode }: MakeNeeds) =>
  (tx: Tx) =>
  async (asked: CodeRequest): Promise<MadeCode> => {
    const { purpose, channel, address, starter, language, now } = asked
    const owners = { target: targetOf(asked), starter, channel }
    const again = nextCodeAt(await momentsOfCodes(tx, hash)(owners, new Date(now.getTime() - AN_HOUR)))
    if (again > now) return { kind: 'refusal', code: 'code-too-soon', again }
    const id = randomUUID()
    const until = new Date(now.getTime() + CODE_MINUTES * 60_000)
    await keepCode(tx, hash)({ ...owners, id, purpose, sent: address !== undefined, now, until })
    if (address !== undefined) await queueCode(tx)({ code: id, channel, address, language, at: now, until })
    return { kind: 'made', id, until }
  }

/** Where a known person and an unknown one are answered alike, both are counted by what was typed. One mailbox has many cases. */
function targetOf({ address, iin, channel, purpose }: CodeRequest): string {
  if (purpose === 'recovery' || address === undefined) return `recovery:${channel}:${iin ?? ''}`
  return `${channel}:${address.toLowerCase()}`
}

export type TypedCode = {
  readonly id: string
  readonly starter: string
  readonly typed: string
  readonly now: Date
}

export type CodeCheck = 'right' | { readonly wrong: number } | 'dead' // wrong: how many tries are left

type CheckNeeds = {
  readonly hash: KeyedHash
  readonly digitsAreRight: (id: string, typed: string) => boolean
}

/** Give it the connection and no transaction: a try stays counted, whatever comes of what it was for. */
export const checkCode =
  ({ hash, digitsAreRight }: CheckNeeds) =>
  (sql: Sql) =>
  async ({ id, starter, typed, now }: TypedCode): Promise<CodeCheck> => {
    const digits = typedDigits(typed)
    const tried = await tryCode(sql, hash)({ id, starter, now, counts: digits !== undefined })
    if (!tried) return 'dead'
    const isRight = digits !== undefined && digitsAreRight(id, digits) && tried.sent
    if (!isRight) return { wrong: CODE_TRIES - tried.tries }
    return (await useCode(sql)(id, now)) ? 'right' : 'dead'
  }
