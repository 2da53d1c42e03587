// The code that is printed on the paper is the one that is kept beside its number: whichever key made it first, and while keys are
// rotated that need not be the newest.
import type { Tx } from '../database/sql.ts'
import { hashOfRegistrationCode, isKeptCode } from '../withdrawal/registration-code.ts'

/** Throws when another was given, under a key that is not among these. */
export async function giveCode(tx: Tx, number: string, codes: readonly [string, ...string[]]): Promise<string> {
  const [newest] = codes
  const taken = await tx`
    update registration_directory set code = ${hashOfRegistrationCode(newest)}
     where registration = ${number} and code is null returning registration`
  if (taken.length > 0) return newest
  const [row] = await tx<{ code: Buffer }[]>`select code from registration_directory where registration = ${number}`
  const given = codes.find(code => isKeptCode(code, row?.code))
  if (!given) throw new Error('its code was given under a SESSION_KEY that is not set here')
  return given
}
