// What a person sees of their sessions, devices and sign-ins. Never an address: it says little to a person and much of one.
import type { Iin } from '../citizens/iin.ts'
import type { Sql } from '../database/sql.ts'
import type { SignInWay } from './session.ts'
import { idleSince } from './store.ts'

export type SessionLine = {
  readonly key: string
  readonly way: SignInWay
  readonly device: string | undefined // its label
  readonly since: Date
  readonly seenAt: Date
}

export type DeviceLine = {
  readonly id: string
  readonly label: string
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
}

export type SignInLine = { readonly at: Date; readonly succeeded: boolean; readonly outcome: string } // the way, or why not

export type Access = {
  readonly sessions: readonly SessionLine[]
  readonly devices: readonly DeviceLine[]
  readonly signIns: readonly SignInLine[]
}

const MOST_LINES = 20

export const readAccess =
  (sql: Sql) =>
  async (iin: Iin, now: Date): Promise<Access> => {
    const [sessions, devices, signIns] = await Promise.all([
      listSessions(sql, iin, now),
      listDevices(sql, iin),
      listSignIns(sql, iin),
    ])
    return { sessions, devices, signIns }
  }

type SessionRow = Omit<SessionLine, 'device'> & { readonly device: string | null }

async function listSessions(sql: Sql, iin: Iin, now: Date): Promise<SessionLine[]> {
  const rows = await sql<SessionRow[]>`
    select s.key, s.signed_in_by as way, d.label as device, s.since, s.seen_at as "seenAt"
      from session s left join device d on d.id = s.device
     where s.iin = ${iin} and s.ends_at > ${now} and s.seen_at > ${idleSince(now)}
     order by s.seen_at desc, s.since desc`
  return rows.map(row => ({ ...row, device: row.device ?? undefined }))
}

async function listDevices(sql: Sql, iin: Iin): Promise<DeviceLine[]> {
  return await sql<DeviceLine[]>`
    select id, label, first_seen_at as "firstSeenAt", last_seen_at as "lastSeenAt"
      from device where iin = ${iin} order by last_seen_at desc limit ${MOST_LINES}`
}

async function listSignIns(sql: Sql, iin: Iin): Promise<SignInLine[]> {
  return await sql<SignInLine[]>`
    select at, act = 'signed-in' as succeeded, outcome from audit_event
     where iin = ${iin} and act in ('signed-in', 'sign-in-refused') order by position desc limit ${MOST_LINES}`
}
