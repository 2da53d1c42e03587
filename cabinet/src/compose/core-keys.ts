// The keys of the fund's core. Whoever shows one has been in touch, and that is noticed.
import { findCoreKey } from '../intake/core-key.ts'
import type { World } from './world.ts'

export function coreKeys({ sql, observe }: World): ReturnType<typeof findCoreKey> {
  const find = findCoreKey(sql)
  return async authorization => {
    const key = await find(authorization)
    if (key) observe('core', true)
    return key
  }
}
