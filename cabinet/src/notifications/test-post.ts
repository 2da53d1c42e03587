// For tests: messages on a real database, a real mail server and a real SMS gateway, with a clock that the test sets.
import { randomUUID } from 'node:crypto'
import { type Mail, startMail } from '@otinish/simulators/mail/server'
import { type SmsGateway, startSms } from '@otinish/simulators/sms/server'
import { onTestFinished } from 'vitest'
import type { CodePurpose } from '../accounts/code-rules.ts'
import { type FreshDatabase, freshDatabase } from '../database/fresh-database.ts'
import type { Sql } from '../database/sql.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { alertCode } from '../shield/store.ts'
import { AIGERIM, TODAY } from '../test-authority.ts'
import { deliver } from './deliver.ts'
import { mailSender } from './mail.ts'
import { type QueuedCode, queueCode } from './queue-code.ts'
import type { ProofOf } from './send-proof.ts'
import { smsSender } from './sms.ts'

export const IIN = AIGERIM.iin
export const MAIL = 'aigerim@example.kz'
export const PHONE = '+77010000001'
export const DIGITS = '402815'
export const SITE = 'https://otinish.example.kz'

export type Post = {
  readonly database: FreshDatabase
  readonly sql: Sql
  readonly mail: Mail
  readonly sms: SmsGateway
  readonly clock: { at: Date }
  readonly log: object[]
  readonly instance: (timeoutMs?: number) => (limit?: number) => Promise<number> // another one, with clients of its own
  readonly deliver: (limit?: number) => Promise<number>
  readonly proof: { of: ProofOf } // what may be attached
  readonly later: (seconds: number) => void
  readonly queueCode: (over?: Partial<QueuedCode>, purpose?: CodePurpose) => Promise<string>
}

export async function openPost(): Promise<Post> {
  const database = await freshDatabase({ connections: 12 })
  const { sql } = database
  const [mail, sms] = await Promise.all([startMail({ port: 0, pagePort: 0 }), startSms({ port: 0, token: 't' })])
  onTestFinished(async () => {
    await Promise.all([mail.close(), sms.close()])
  })
  const clock = { at: TODAY }
  const proof: Post['proof'] = { of: async () => undefined }
  const now = () => clock.at
  const lines: object[] = []
  const log = (level: string, event: string, facts = {}) => void lines.push({ level, event, ...facts })
  const instance = (timeoutMs = 20_000) =>
    deliver({
      sql,
      mail: mailSender({ url: mail.url, from: 'Өтініш <otinish@example.org>', now, log, timeoutMs }),
      sms: smsSender({ url: sms.url, token: 't', log, timeoutMs }),
      publicUrl: SITE,
      codeDigits: () => DIGITS,
      proofOf: (...asked) => proof.of(...asked),
      alertCode: alertCode(sql, keyedHash(['00'.repeat(32)])),
      now,
      log,
    })
  const queue: Post['queueCode'] = async (over = {}, purpose = 'registration') => {
    const code = randomUUID()
    const at = clock.at
    const until = new Date(at.getTime() + 600_000)
    await keepCode(sql, { code, purpose, at, until })
    await queueCode(sql)({ code, channel: 'sms', address: PHONE, language: 'kk', at, until, ...over })
    return code
  }
  const later = (seconds: number) => {
    clock.at = new Date(clock.at.getTime() + seconds * 1_000)
  }
  return { database, sql, mail, sms, clock, proof, log: lines, instance, deliver: instance(), later, queueCode: queue }
}

type Code = { readonly code: string; readonly purpose: CodePurpose; readonly at: Date; readonly until: Date }

async function keepCode(sql: Sql, { code, purpose, at, until }: Code): Promise<void> {
  const hash = Buffer.alloc(32)
  await sql`
    insert into one_time_code (id, purpose, channel, target, starter, sent, made_at, expires_at)
    values (${code}, ${purpose}, 'sms', ${hash}, ${hash}, true, ${at}, ${until})`
}

/** Somebody who has verified both ways to be reached. */
export async function register(sql: Sql, language: 'kk' | 'ru' | 'en' = 'kk', mail = MAIL): Promise<void> {
  await sql`
    insert into account ${sql({ iin: IIN, language, mail, mail_since: TODAY, phone: PHONE, phone_since: TODAY, made_at: TODAY })}`
}
