// The record of acts: its chain.
import { sealAudit } from '../audit/seal.ts'
import type { World } from './world.ts'

export function auditParts({ sql, log }: Pick<World, 'sql' | 'log'>) {
  const seal = sealAudit(sql)
  return {
    /** The end of the chain goes to the log too, where nobody who changes the database reaches it. */
    seal: async () => {
      const sealed = await seal()
      if (sealed) log('info', 'audit-sealed', sealed)
    },
  }
}
