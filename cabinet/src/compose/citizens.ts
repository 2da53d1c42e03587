// Who a citizen is: the state database, and what it last said.
import { gbdflClient, isDown } from '../citizens/gbdfl.ts'
import { findPerson, keepPerson } from '../citizens/store.ts'
import type { World } from './world.ts'

export function personNeeds({ sql, now, config, observe }: World) {
  const { GBDFL_URL: url, GBDFL_TOKEN: token, GBDFL_TIMEOUT_MS: timeoutMs } = config
  const askThem = gbdflClient({ url, token, timeoutMs, now })
  const ask: typeof askThem = async iin => {
    const answer = await askThem(iin)
    observe('persons', !isDown(answer))
    return answer
  }
  return { ask, find: findPerson(sql), keep: keepPerson(sql), now }
}
