// For benches: people who sign in by password at the real service, and its database.
import { DEMO_ACCOUNT } from '../../ops/fill.mjs'
import { openEmbedded } from '../src/database/embedded-database.ts'
import { connect, type Sql } from '../src/database/sql.ts'
import { projectRoot } from '../src/root.ts'

export const READER = '781515300300' // has a page of 25 rows, and more
export const { password: PASSWORD } = DEMO_ACCOUNT // everybody's here

export async function withDatabase(dataDir: string, work: (sql: Sql) => Promise<void>): Promise<void> {
  const { ownerUrl, stop } = await openEmbedded({ root: projectRoot(), dataDir })
  const sql = connect(ownerUrl, { connections: 1 })
  await work(sql).finally(() => sql.end())
  await stop()
}

export type Attempt = {
  readonly iin: string
  readonly password: string
  readonly cookie?: string
  readonly from: string
}
export type SignIn = { readonly status: number; readonly ms: number; readonly cookies: string }

export async function signIn(url: string, { iin, password, cookie = '', from }: Attempt): Promise<SignIn> {
  const began = performance.now()
  const response = await fetch(`${url}/api/v1/sign-in/password`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie, 'X-Forwarded-For': from },
    body: JSON.stringify({ iin, password }),
  })
  await response.arrayBuffer()
  const cookies = response.headers.getSetCookie().map(line => line.slice(0, line.indexOf(';')))
  return { status: response.status, ms: performance.now() - began, cookies: cookies.join('; ') }
}

/** Of somebody who has just signed in. */
export async function cookiesOf(url: string, iin: string, from = '192.0.2.1'): Promise<string> {
  const { status, cookies } = await signIn(url, { iin, password: PASSWORD, from })
  if (status !== 200) throw new Error(`signing in failed: ${status}`)
  return cookies
}
