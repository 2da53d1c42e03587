// Two at once: a session that begins while others end, of one person. Neither fails, and nothing is left over.
import { expect, it } from 'vitest'
import type { Iin } from '../citizens/iin.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { testService } from '../test-service.ts'
import { beginSession } from './begin-session.ts'
import type { Secrets } from './enter.ts'
import { keyedHash } from './keyed-hash.ts'
import { forgetOneDevice } from './put-away.ts'
import { MOST_SESSIONS } from './session.ts'
import { findSession } from './store.ts'

const hash = keyedHash(['00'.repeat(32)])
const iin = AIGERIM.iin as Iin

async function world() {
  const service = await testService({ connections: 10 })
  await signedIn(service) // the person is known from now on
  const { sql } = service.database
  const begin = beginSession({ sql, hash, tell: () => async () => {} })
  const moment = (seconds: number) => new Date(service.clock.at.getTime() + seconds * 1_000)
  const enter = async (now: Date, { session, device }: Partial<Secrets> = {}): Promise<Secrets> => {
    const visitor = { session, device, agent: '', address: '' }
    const secrets = await begin({ iin, by: 'eds', visitor, now, proof: {} })
    if (!secrets) throw new Error('no session began')
    return secrets
  }
  return { sql, moment, enter }
}

it('somebody signs in again on a device while it is forgotten elsewhere', async () => {
  const { sql, moment, enter } = await world()
  const elsewhere = await findSession(sql, hash)((await enter(moment(0))).session, moment(0))
  for (let round = 1; round <= 10; round++) {
    const known = await enter(moment(round))
    const found = await findSession(sql, hash)(known.session, moment(round))
    if (!elsewhere || !found?.device) throw new Error('the session is not there')
    const forget = forgetOneDevice({ sql, now: () => moment(round) })(elsewhere, found.device)
    await Promise.all([enter(moment(round), known), forget])
    expect(await findSession(sql, hash)(known.session, moment(round))).toBeUndefined()
  }
})

it('thirty sign-ins at once leave twenty sessions', async () => {
  const { sql, moment, enter } = await world()
  await Promise.all(Array.from({ length: 30 }, (_, i) => enter(moment(i))))
  expect(await sql`select 1 from session`).toHaveLength(MOST_SESSIONS)
})
