// What anybody may check: papers and withdrawals by their codes, signatures by their files.
import type { Context } from 'hono'
import { attempt } from '../accounts/throttle.ts'
import { readApplication } from '../applications/read-application.ts'
import { type Act, recordAct } from '../audit/act.ts'
import { findPerson } from '../citizens/store.ts'
import { checkPaper } from '../documents/check-paper.ts'
import { findPaper } from '../documents/paper-store.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import type { Authorities } from '../signatures/whose-signature.ts'
import { checkFiles } from '../verification/check-files.ts'
import { checkWithdrawal } from '../verification/check-withdrawal.ts'
import { lookUpKeys, uploadKeys } from '../verification/may-check.ts'
import { findNumber, findWithdrawal, keepCodes } from '../verification/number-store.ts'
import { clientAddress } from '../web/client-address.ts'
import { type Registered, registrationCodes } from '../withdrawal/registration-code.ts'
import type { World } from './world.ts'

export function verificationParts(world: World, { ocsp }: Pick<Authorities, 'ocsp'>) {
  const { sql, vault, now, sessionKeys, pool, config } = world
  const hash = keyedHash(sessionKeys)
  const count = attempt(sql, hash)
  const lookUp = (address: string) => count({ keys: lookUpKeys(address), now: now() })
  const codesOf = (registered: Registered) => registrationCodes(registered, hash)
  const record = (act: Act) => recordAct(sql, act)
  return {
    checkPaper: checkPaper({
      attempt: lookUp,
      findPaper: findPaper(sql, vault),
      findApplication: async (iin, id) => (await readApplication(sql, iin, id))?.application,
      record,
      now,
    }),
    checkWithdrawal: checkWithdrawal({
      ...{ attempt: lookUp, codesOf, record, now },
      findNumber: findNumber(sql),
      findWithdrawal: findWithdrawal(sql),
      findPerson: findPerson(sql),
    }),
    mayUpload: (address: string) => count({ keys: uploadKeys(address), now: now() }),
    checkFiles: checkFiles({
      reportOn: question => pool.run('public', 'reportOn', question), // a lane of its own: it holds up no act and no visitor
      ocsp,
      timeoutMs: config.CHECK_TIMEOUT_MS / 2,
      now,
    }),
    keepCodes: keepCodes(sql, codesOf),
    addressOf: (c: Context) => clientAddress(c, config.TRUSTED_PROXIES),
    now,
  }
}
