// Sends what is due: after a request that queued something, and now and then; any instance may. What a crash cut off between
// sending and noting it is sent again under the same id: at least once, and never twice to be seen.
import { recordAct } from '../audit/act.ts'
import type { Sql } from '../database/sql.ts'
import type { Log } from '../web/access-log.ts'
import { nextTry } from './decide.ts'
import { type Delivery, giveUp, markSent, putOff, takeDue } from './delivery-store.ts'
import type { SendLetter } from './mail.ts'
import { isAlert } from './notice.ts'
import type { Refused, Silent } from './outgoing.ts'
import { type ProofOf, sendProof } from './send-proof.ts'
import type { SendSms } from './sms.ts'
import { wordsOf } from './words.ts'

type Needs = {
  readonly sql: Sql
  readonly mail: SendLetter | undefined // undefined: not set up, and what waits for it waits on
  readonly sms: SendSms | undefined
  readonly publicUrl: string // where links lead
  readonly codeDigits: (code: string) => string
  readonly proofOf: ProofOf
  readonly alertCode: (alert: { iin: string; message: string; at: Date }) => Promise<string> // by which it is answered
  readonly now: () => Date
  readonly log: Log
}

const AT_ONCE = 4 // of one instance; most of their time is waiting for others

/** Answers how many were sent. One that fails does not stop the others. */
export const deliver =
  (needs: Needs) =>
  async (limit = Number.POSITIVE_INFINITY): Promise<number> => {
    const channels = [...(needs.mail ? (['mail'] as const) : []), ...(needs.sms ? (['sms'] as const) : [])]
    if (channels.length === 0) return 0
    let left = limit
    const take = async () => (left-- > 0 ? takeDue(needs.sql, channels, needs.now()) : undefined)
    const lane = async (first?: Delivery): Promise<number> => {
      let sent = 0
      for (let due = first ?? (await take()); due; due = await take()) if (await deliverOne(needs, due)) sent++
      return sent
    }
    const first = await take() // mostly there is nothing, and one question is enough
    if (!first) return 0
    const counts = await Promise.all([lane(first), ...Array.from({ length: AT_ONCE - 1 }, () => lane())])
    return counts.reduce((sum, count) => sum + count, 0)
  }

/** Was it sent? What fails by a fault of ours is put off like what cannot be sent just now. */
async function deliverOne(needs: Needs, delivery: Delivery): Promise<boolean> {
  const outcome = await send(needs, delivery).catch((error): Outcome => {
    needs.log('error', 'message-failed', { delivery: delivery.id, error: placeOf(error) })
    return { kind: 'silent', why: 'failed' }
  })
  return settle(needs, delivery, outcome)
}

type Outcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly why: Refused | 'too-late' }
  | { readonly kind: 'silent'; readonly why: Silent | 'failed' }
type Ending = Exclude<Outcome, { kind: 'sent' }>['why']

async function send(needs: Needs, delivery: Delivery): Promise<Outcome> {
  const { sql, mail, sms, now, proofOf } = needs
  const { id, channel, address: to, language, until, attaches } = delivery
  if (attaches !== null && mail && now() < until) return sendProof({ sql, mail, proofOf }, { ...delivery, attaches })
  const words = now() < until ? wordsOf(needs, delivery, await alertCodeOf(needs, delivery)) : undefined
  if (!words) return { kind: 'refused', why: 'too-late' }
  if (channel === 'mail' && mail) return mail({ id, to, language, subject: words.subject, text: words.letter })
  if (channel === 'sms' && sms) return sms({ id, to, text: words.sms })
  throw new Error('taken up for a channel that is not set up')
}

async function alertCodeOf({ alertCode }: Needs, delivery: Delivery): Promise<string | undefined> {
  const { iin, message, at } = delivery
  return isAlert(delivery) && iin !== null && message !== null && at !== null
    ? alertCode({ iin, message, at })
    : undefined
}

/** Notes what came of it. */
async function settle(needs: Needs, delivery: Delivery, outcome: Outcome): Promise<boolean> {
  if (outcome.kind === 'sent') return finish(needs, delivery, 'sent')
  const { tries, until, kind } = delivery
  const waiting = { is: kind === null ? 'code' : 'notice', tries, until } as const
  const again = outcome.kind === 'silent' ? nextTry(waiting, needs.now()) : 'give-up'
  if (again === 'give-up') await finish(needs, delivery, outcome.why)
  else {
    await putOff(needs.sql, delivery, again)
    needs.log('warn', 'message-put-off', { ...factsOf(delivery), why: outcome.why })
  }
  return false
}

/** Of a person's message a line stays in the audit. Whoever comes second, after a lease ran out, leaves none. */
async function finish({ sql, now, log }: Needs, delivery: Delivery, end: 'sent' | Ending): Promise<boolean> {
  const { iin, channel, attaches } = delivery
  const sent =
    attaches === null
      ? ({ act: 'message-sent', outcome: channel } as const)
      : ({ act: 'proof-sent', outcome: attaches } as const)
  const { act, outcome } = end === 'sent' ? sent : ({ act: 'message-given-up', outcome: channel } as const)
  const at = now()
  const first = await sql.begin(async tx => {
    const isFirst = end === 'sent' ? await markSent(tx, delivery) : await giveUp(tx, delivery, end, at)
    if (isFirst && iin !== null) await recordAct(tx, { at, act, actor: { kind: 'system' }, iin, outcome })
    return isFirst
  })
  if (first && end === 'sent') log('info', act, factsOf(delivery))
  if (first && end !== 'sent') log('warn', act, { ...factsOf(delivery), why: end })
  return first && end === 'sent'
}

/** For the log: no address, no words. */
function factsOf({ id, channel, kind, tries }: Delivery): object {
  return { delivery: id, channel, kind: kind ?? 'code', tries }
}

/** Where it failed; the message of an error may repeat what was to be sent. */
function placeOf(error: unknown): string {
  const { name = 'thrown', stack = '' } = error instanceof Error ? error : {}
  return [
    name,
    ...stack
      .split('\n')
      .filter(line => /^\s+at /.test(line))
      .slice(0, 5),
  ].join('\n')
}
