// The archive of evidence: its daily roots and their time stamps.
import { keepRoots } from '../evidence/keep-roots.ts'
import type { Authorities } from '../signatures/whose-signature.ts'
import type { World } from './world.ts'

export function archiveParts({ sql, pool, config, log, now }: World, { timestamp }: Pick<Authorities, 'timestamp'>) {
  return {
    keepRoots: keepRoots({
      ...{ sql, timestamp, now },
      judgeStamp: reply => pool.run('acts', 'judgeStamp', reply),
      timeoutMs: config.CHECK_TIMEOUT_MS / 2,
      report: log,
    }),
  }
}
