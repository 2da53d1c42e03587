// Accounts: contacts, passwords and how guessing them is slowed down, one-time codes, signing in by password.
import {
  findAccount,
  findPasswordHash,
  makeAccount,
  passwordOf,
  replaceHash,
  setContact,
  setPassword,
} from '../accounts/account-store.ts'
import { codeDigits, digitsAreRight } from '../accounts/code-digits.ts'
import { forgetCodes } from '../accounts/code-store.ts'
import { confirmPassword } from '../accounts/confirm-password.ts'
import { checkCode, makeCode } from '../accounts/one-time-code.ts'
import { checkPassword, hashPassword } from '../accounts/password.ts'
import { passwordFault } from '../accounts/password-policy.ts'
import { renewHash } from '../accounts/renew-hash.ts'
import { attempt, forgetTries, forgive, giveBack } from '../accounts/throttle.ts'
import { beginningKey } from '../accounts/throttle-rules.ts'
import { queueCode } from '../notifications/queue-code.ts'
import { signInByPassword } from '../sign-in/password.ts'
import type { SessionParts } from './sessions.ts'
import type { World } from './world.ts'

export function accountParts({ sql, now, sessionKeys }: World, sessions: SessionParts) {
  const { hash, cookies, visitor, record, enter, knownDevice } = sessions
  const confirm = confirmPassword({
    knownDevice,
    attempt: attempt(sql, hash),
    forgive: forgive(sql, hash),
    giveBack: giveBack(sql, hash),
    findHash: findPasswordHash(sql),
    check: checkPassword,
    renew: renewHash(replaceHash(sql)),
    now,
  })
  return {
    cookies,
    visitor,
    findAccount: findAccount(sql),
    makeAccount, // these take the transaction that they belong to
    setPassword,
    setContact,
    hashPassword,
    passwordFault,
    confirmPassword: confirm,
    makeCode: makeCode({ hash, queueCode }),
    checkCode: checkCode({ hash, digitsAreRight: digitsAreRight(sessionKeys) })(sql),
    codeDigits: codeDigits(sessionKeys),
    signInByPassword: signInByPassword({ passwordOf: passwordOf(sql), confirmPassword: confirm, enter, record, now }),
    mayBegin: (address: string) => attempt(sql, hash)({ keys: [beginningKey(address)], now: now() }),
    now,
    forget: async (at: Date) => {
      await forgetCodes(sql)(at)
      await forgetTries(sql)(at)
    },
  }
}

export type AccountParts = ReturnType<typeof accountParts>
