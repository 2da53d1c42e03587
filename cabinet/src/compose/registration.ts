// Registering, recovering a password, changing contacts and the password: each on what accounts, sessions and messages give.
import { findAccount } from '../accounts/account-store.ts'
import { attempt } from '../accounts/throttle.ts'
import type { Iin } from '../citizens/iin.ts'
import { personForStatement, personToSignIn } from '../citizens/look-up-person.ts'
import { findPerson } from '../citizens/store.ts'
import { askChange } from '../contacts/ask-change.ts'
import { confirmChange } from '../contacts/confirm-change.ts'
import { holdSession } from '../contacts/hold-session.ts'
import { provePresence } from '../contacts/prove-presence.ts'
import { sendAgain as sendContactCodeAgain } from '../contacts/send-again.ts'
import { dropChangesOf, findChange, forgetChanges } from '../contacts/store.ts'
import type { Tx } from '../database/sql.ts'
import { tell } from '../notifications/tell.ts'
import { beginRecovery, type Opening } from '../recovery/begin.ts'
import { beginByCodes } from '../recovery/begin-by-codes.ts'
import { changePassword } from '../recovery/change-password.ts'
import { enterCodes as enterRecoveryCodes } from '../recovery/enter-codes.ts'
import { sendAgain as sendRecoveryCodeAgain } from '../recovery/send-again.ts'
import { setNewPassword } from '../recovery/set-password.ts'
import { dropRecovery, dropUnfinishedOf, findRecovery, forgetRecoveries, openRecovery } from '../recovery/store.ts'
import { beginRegistration } from '../registration/begin.ts'
import { choosePassword } from '../registration/choose-password.ts'
import { confirm } from '../registration/confirm.ts'
import { enterCodes } from '../registration/enter-codes.ts'
import { giveContacts } from '../registration/give-contacts.ts'
import { sendAgain } from '../registration/send-again.ts'
import { dropRegistration, findRegistration, forgetRegistrations, openRegistration } from '../registration/store.ts'
import { endOtherSessions } from '../sessions/ending-store.ts'
import { holdPerson } from '../sessions/hold-person.ts'
import { renewSession } from '../sessions/store.ts'
import { barsChange } from '../shield/bar-changes.ts'
import { findAlarm } from '../shield/store.ts'
import type { Identified, SignedChallenge } from '../sign-in/identify.ts'
import type { ProblemCode } from '../web/problems.ts'
import type { AccountParts } from './accounts.ts'
import { personNeeds } from './citizens.ts'
import type { SessionParts } from './sessions.ts'
import type { World } from './world.ts'

type Identify = (signed: SignedChallenge) => Promise<Identified>

export function registrationParts(world: World, sessions: SessionParts, accounts: AccountParts, identify: Identify) {
  const { sql, now } = world
  const needs = { ...needsOf(world, sessions, accounts), identify }
  const { hash } = needs
  return {
    registration: registering(world, needs),
    recovery: recovering(needs),
    contacts: {
      ...needs,
      findChange: (iin: Iin, starter: string) => findChange(sql, hash)({ iin, starter, now: now() }),
      askChange: askChange(needs),
      confirmChange: confirmChange({ ...needs, findAccount }),
      sendAgain: sendContactCodeAgain(needs),
    },
    password: { ...needs, changePassword: changePassword(needs) },
    forget: async (at: Date) => {
      await forgetRegistrations(sql)(at)
      await forgetRecoveries(sql)(at)
      await forgetChanges(sql)(at)
    },
  }
}

/** Each use case names what it takes of these. */
function needsOf(world: World, { hash, cookies, visitor, record, enter }: SessionParts, accounts: AccountParts) {
  const { sql, now } = world
  const { confirmPassword } = accounts
  return {
    ...accounts,
    ...{ sql, hash, now, cookies, visitor, record, enter, tell, holdPerson },
    findPerson: findPerson(sql),
    isRegistered: async (iin: Iin) => (await accounts.findAccount(iin)) !== undefined,
    personToSignIn: personToSignIn(personNeeds(world)),
    attempt: attempt(sql, hash),
    provePresence: provePresence({ confirmPassword, record, now }),
    barsChange: barsChange(findAlarm),
    holdSession: holdSession(hash, now),
    renewSession: (tx: Tx) => renewSession(tx, hash),
    endOtherSessions: (tx: Tx) => endOtherSessions(tx, hash),
    dropContactChanges: dropChangesOf,
    dropRecoveries: dropUnfinishedOf,
    recordRefusal: (code: ProblemCode) =>
      record({ at: now(), act: 'identification-refused', actor: { kind: 'person' }, outcome: code }),
  }
}

type Needs = ReturnType<typeof needsOf> & { readonly identify: Identify }

function registering(world: World, needs: Needs) {
  const { sql, hash, now } = needs
  const person = personForStatement(personNeeds(world), world.config.PERSON_RECORD_HOURS)
  return {
    ...needs,
    person,
    find: (starter: string) => findRegistration(sql, hash)(starter, now()),
    beginRegistration: beginRegistration({ open: openRegistration(sql, hash), now }),
    confirm: confirm({ ...needs, person }),
    giveContacts: giveContacts(needs),
    enterCodes: enterCodes(needs),
    sendAgain: sendAgain(needs),
    choosePassword: choosePassword(needs),
    drop: dropRegistration(sql, hash),
  }
}

function recovering(needs: Needs) {
  const { sql, hash, now } = needs
  const sending = { ...needs, findAccount }
  const open = (opening: Opening) => sql.begin(tx => openRecovery(tx, hash)(opening))
  return {
    ...needs,
    find: (starter: string) => findRecovery(sql, hash)(starter, now()),
    beginRecovery: beginRecovery({ ...needs, open }),
    beginByCodes: beginByCodes(sending),
    enterCodes: enterRecoveryCodes(needs),
    sendAgain: sendRecoveryCodeAgain(sending),
    setNewPassword: setNewPassword(needs),
    drop: dropRecovery(sql, hash),
  }
}
