// The rules of withdrawal, whole and alone: no clock, no database, no HTTP.
import type { Status } from '../applications/application.ts'
import { type KindId, kindOf, type SignMethod } from '../applications/kinds.ts'
import type { Bar, Withdrawability } from '../applications/view.ts'

const BAR_BY_STATUS: Readonly<Record<Exclude<Status['is'], 'accepted'>, Bar>> = {
  executing: 'execution-started', // O-12: the fund has begun
  withdrawing: 'withdrawal-being-checked',
  executed: 'already-executed', // S-75: even one filed by mistake
  refused: 'already-refused',
  withdrawn: 'already-withdrawn',
  unclear: 'status-unclear', // absence is never permission
}

/** May an application of this kind, standing there, be withdrawn now (S-11, S-71 … S-75, S-79)? */
export function withdrawability(kind: KindId, status: Status['is']): Withdrawability {
  const { withdrawal } = kindOf(kind)
  if (!withdrawal.possible) return bar('kind-is-final')
  if (status !== 'accepted') return bar(BAR_BY_STATUS[status])
  return { allowed: true, methods: withdrawal.methods satisfies readonly SignMethod[] }
}

function bar(reason: Bar): Withdrawability {
  return { allowed: false, reason }
}
