// The proof of a withdrawal by mail: for whoever asked for it, once, as files, also when it cannot be made at first.
import { describe, expect, it } from 'vitest'
import type { Attachment } from './outgoing.ts'
import { tell } from './tell.ts'
import { IIN, MAIL, openPost, type Post, register } from './test-post.ts'

const WITHDRAWN = { kind: 'withdrawn', id: 'a-1', number: '1114647-ИБР', registration: '1042-ОЖ' } as const
const FILES: readonly Attachment[] = [
  { name: 'receipt-1042.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 receipt') },
  { name: 'evidence-1042.zip', mediaType: 'application/zip', content: Buffer.from('PK evidence') },
]

async function asked(): Promise<Post> {
  const post = await openPost()
  await register(post.sql, 'ru')
  await post.sql`update account set choices = '{"proof": ["mail"], "withdrawal": ["sms"]}'`
  post.proof.of = async (iin, registration) => (iin === IIN && registration === '1042-ОЖ' ? FILES : undefined)
  return post
}

const proofs = ({ mail }: Post) => mail.messages(MAIL).filter(({ files }) => files)
const audit = ({ database }: Post) =>
  database.owner`select act, outcome from audit_event where act in ('proof-sent', 'message-given-up') order by position`

describe('the proof of a withdrawal', () => {
  it('goes by mail to whoever asked for it, as receipt and archive, with one line in the audit; nothing else brings it', async () => {
    const post = await asked()
    await tell(post.sql)(IIN, { ...WITHDRAWN, kind: 'not-withdrawn' }, post.clock.at)
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
    await post.deliver()
    const [letter, ...others] = proofs(post)
    expect(others).toEqual([])
    expect(letter).toMatchObject({ subject: 'Доказательства отзыва' })
    expect(letter?.text).toContain('рег. №\u00a01042-ОЖ')
    expect(letter?.text).not.toMatch(/https?:|\d{12}/)
    expect(
      letter?.files?.map(({ content, ...file }) => ({ ...file, content: Buffer.from(content).toString() })),
    ).toEqual(FILES.map(file => ({ ...file, content: Buffer.from(file.content).toString() })))
    expect(await audit(post)).toEqual([{ act: 'proof-sent', outcome: '1042-ОЖ' }])
    expect(await post.deliver()).toBe(0)
  })

  it('is sent to nobody who did not ask, or has no verified mail', async () => {
    const post = await asked()
    await post.sql`update account set choices = '{}'`
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
    await post.sql`update account set choices = '{"proof": ["mail"]}', mail = null, mail_since = null`
    await post.database.owner`
      insert into contact_change (starter, iin, channel, address, code, made_at, expires_at)
      values (sha256('s'), ${IIN}, 'mail', ${MAIL}, gen_random_uuid(), ${post.clock.at}, ${post.clock.at}::timestamptz + interval '1 hour')`
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at) // a mail that is told, and not verified yet
    await post.deliver()
    expect(proofs(post)).toEqual([])
    expect(await post.database.owner`select from delivery where channel = 'mail' and given_up is null`).toEqual([])
  })

  it('that cannot be made just now is tried again, and does not hold up what tells of the withdrawal', async () => {
    const post = await asked()
    post.proof.of = () => Promise.reject(new Error('no seal'))
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
    await post.deliver()
    expect([proofs(post), post.sms.messages()]).toEqual([[], [expect.anything()]])
    expect(JSON.stringify(post.log)).not.toContain('no seal')
    post.proof.of = async () => FILES
    post.later(60)
    await post.deliver()
    expect(proofs(post)).toHaveLength(1)
  })

  it('that is no more, since the law had it erased, is given up', async () => {
    const post = await asked()
    post.proof.of = async () => undefined
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
    await post.deliver()
    expect(proofs(post)).toEqual([])
    expect(await audit(post)).toEqual([{ act: 'message-given-up', outcome: 'mail' }])
  })

  it('is sent once by two instances at the same moment', async () => {
    const post = await asked()
    await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
    await Promise.all([post.deliver(), post.instance()()])
    expect(proofs(post)).toHaveLength(1)
    expect(await audit(post)).toHaveLength(1)
  })
})

describe('the proof of a withdrawal that waits to be sent', () => {
  it.each([
    ['the mail is another', sql => sql`update account set mail = 'thief@example.kz'`],
    ['it is chosen no more', sql => sql`update account set choices = '{"withdrawal": ["sms"]}'`],
    ['the person said it was not them', sql => sql`insert into alarm (iin, raised_at) values (${IIN}, now())`],
  ] satisfies [string, (sql: Post['sql']) => Promise<unknown>][])(
    'is not sent once %s, though it was queued before',
    async (_, change) => {
      const post = await asked()
      await tell(post.sql)(IIN, WITHDRAWN, post.clock.at)
      await change(post.sql)
      await post.deliver()
      expect(post.mail.messages().filter(({ files }) => files)).toEqual([])
      expect(await audit(post)).toEqual([{ act: 'message-given-up', outcome: 'mail' }])
    },
  )
})
