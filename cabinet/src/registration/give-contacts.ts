// A mail address and a phone are given; a code goes to each that is new.

import { type Channel, parseMail, parsePhone } from '../accounts/contact.ts'
import { askedBy, type CodeRequest, type MadeCode } from '../accounts/one-time-code.ts'
import type { Sql, Tx } from '../database/sql.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Fault, Faults } from '../web/fault.ts'
import type { Language } from '../web/language.ts'
import { mayOpen } from './decide.ts'
import { at, type Outcome, OVER } from './outcome.ts'
import type { Address, Registration } from './registration.ts'
import { changeRegistration, holdRegistration } from './store.ts'

export type MakeCode = (tx: Tx) => (asked: CodeRequest) => Promise<MadeCode>

export type GivenContacts = {
  readonly starter: string
  readonly mail: string // as typed
  readonly phone: string
  readonly language: Language
}

type Needs = {
  readonly sql: Sql
  readonly hash: KeyedHash
  readonly makeCode: MakeCode
  readonly now: () => Date
}

/** What was given before and stays the same is left as it is: verified, or waiting for its code. */
export const giveContacts =
  (needs: Needs) =>
  async (given: GivenContacts): Promise<Outcome<'mail' | 'phone'>> => {
    const mail = parseMail(given.mail)
    const phone = parsePhone(given.phone)
    if (!mail || !phone) return { kind: 'faults', faults: malformed(mail, phone) }
    return needs.sql.begin(async tx => {
      const held = await holdRegistration(tx, needs.hash)(given.starter, needs.now())
      if (!held) return OVER
      if (!mayOpen('contacts', held)) return at(held)
      return keep(needs, tx, held, { ...given, mail, phone })
    })
  }

/** The addresses are kept even when a code is refused to one of them: it can be asked for on the next page. */
async function keep(
  needs: Needs,
  tx: Tx,
  held: Registration,
  given: GivenContacts,
): Promise<Outcome<'mail' | 'phone'>> {
  const mail = await renew(needs, tx, { channel: 'mail', before: held.mail, address: given.mail, held, given })
  const phone = await renew(needs, tx, { channel: 'sms', before: held.phone, address: given.phone, held, given })
  const now = needs.now()
  await changeRegistration(tx, needs.hash)(given.starter, {
    ...{ mail: mail.address, mail_code: mail.code ?? null, mail_verified_at: mail.verified ? now : null },
    ...{ phone: phone.address, sms_code: phone.code ?? null, sms_verified_at: phone.verified ? now : null },
  })
  const faults = { ...(mail.fault && { mail: mail.fault }), ...(phone.fault && { phone: phone.fault }) }
  return Object.keys(faults).length > 0 ? { kind: 'faults', faults } : at({ ...held, mail, phone })
}

type Renewal = {
  readonly channel: Channel
  readonly before: Address | undefined
  readonly address: string
  readonly held: Registration
  readonly given: GivenContacts
}

async function renew(
  { makeCode, now }: Needs,
  tx: Tx,
  { channel, before, address, held, given: { language } }: Renewal,
): Promise<Address & { readonly fault?: Fault }> {
  if (before?.address === address && (before.verified || before.code !== undefined)) return before
  const starter = askedBy(held.iin, 'registration')
  const made = await makeCode(tx)({ purpose: 'registration', channel, address, starter, language, now: now() })
  if (made.kind === 'made') return { address, code: made.id, verified: false }
  return { address, code: undefined, verified: false, fault: { code: made.code, again: made.again } }
}

function malformed(mail: string | undefined, phone: string | undefined): Faults<'mail' | 'phone'> {
  return {
    ...(mail ? {} : { mail: { code: 'mail-malformed' } }),
    ...(phone ? {} : { phone: { code: 'phone-malformed' } }),
  }
}
