// The code by which anybody checks a withdrawal, beside its registration number: on the receipt, in its QR code, on the
// public page. Whoever has seen the number alone learns nothing.
import { createHash, timingSafeEqual } from 'node:crypto'
import { codeFrom, grouped, readCode } from '../documents/readable-code.ts'
import type { KeyedHash } from '../sessions/keyed-hash.ts'
import type { Language } from '../web/language.ts'

export type Registered = { readonly number: string; readonly receivedAt: Date } // '1042-ОЖ'

/**
 * A keyed hash of the number and the moment: 100 bits that nobody can make without the key. Under every key that is still
 * accepted, the newest first; the newest is the one to print.
 */
export function registrationCodes(registered: Registered, hash: KeyedHash): readonly [string, ...string[]] {
  const secret = `withdrawal:${registered.number}:${registered.receivedAt.toISOString()}`
  return [codeFrom(hash.one(secret)), ...hash.all(secret).slice(1).map(codeFrom)]
}

/** Every one is compared, each in the same time. */
export function isCodeOf(typed: string, codes: readonly string[]): boolean {
  const read = Buffer.from(readCode(typed) ?? NO_CODE)
  const same = codes
    .map(code => Buffer.from(code))
    .map(code => code.length === read.length && timingSafeEqual(code, read))
  return same.includes(true)
}

const NO_CODE = '-'.repeat(20) // as long as a code, and none

/** What is kept of the code that was given first, so that it stays good when its key is forgotten. */
export function hashOfRegistrationCode(code: string): Buffer {
  return createHash('sha256').update(`withdrawal ${code}`).digest()
}

export function isKeptCode(typed: string, kept: Uint8Array | undefined): boolean {
  return timingSafeEqual(hashOfRegistrationCode(readCode(typed) ?? NO_CODE), kept ?? NONE_KEPT)
}

const NONE_KEPT = Buffer.alloc(32)

/** '/kk/verify/1042/7K3M-…': the public page of a withdrawal, in letters that fit a small QR code. */
export function verificationPath(language: Language, { number, code }: { number: string; code: string }): string {
  return `/${language}/verify/${number.replace(/-ОЖ$/, '')}/${grouped(code)}`
}

/** '1042-ОЖ' in what was typed: with or without its letters, whatever stands between, in either alphabet. */
export function readRegistration(typed: string): string | undefined {
  const letters = typed
    .slice(0, 100)
    .replaceAll('№', '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
  const [, digits] = /^([1-9]\d{0,18}?)(?:[OО0]Ж|OZH)?$/.exec(letters) ?? []
  return digits && `${digits}-ОЖ`
}
