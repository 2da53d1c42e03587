// What a page is told of the session it is shown in.
import type { Session } from '../sessions/session.ts'

export type Visit = {
  readonly key: string
  readonly left: number // seconds until the session ends, unless it is used
  readonly isLast: boolean // that end is the absolute one: it cannot be put off
  readonly unread: number
  readonly alarmed: boolean
}

export function visitOf({ key, expiresAt, endsAt, readAt, unread, alarmed }: Session): Visit {
  const left = Math.max(1, Math.ceil((expiresAt.getTime() - readAt.getTime()) / 1000))
  return { key, left, isLast: expiresAt >= endsAt, unread, alarmed }
}
