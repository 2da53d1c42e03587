// Who a citizen is: the state database, and what it last said.
import { gbdflClient } from '../citizens/gbdfl.ts'
import { findPerson, keepPerson } from '../citizens/store.ts'
import type { World } from './world.ts'

export function personNeeds({ sql, now, config }: World) {
  const { GBDFL_URL: url, GBDFL_TOKEN: token, GBDFL_TIMEOUT_MS: timeoutMs } = config
  return { ask: gbdflClient({ url, token, timeoutMs, now }), find: findPerson(sql), keep: keepPerson(sql), now }
}
