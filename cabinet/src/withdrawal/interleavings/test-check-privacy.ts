// For tests: invariant I6. Whatever was interrupted or raced for, nothing of one person is another's: no row and no line joins
// two persons, and somebody else who is signed in finds nothing under any of their addresses.
import type { Sql } from '../../database/sql.ts'
import type { Browser } from '../../test-service.ts'

type Column = { readonly name: string }

/** Rows whose application is not their person's, a sentence each. */
export async function checkOwners(owner: Sql): Promise<string[]> {
  const tables = await owner<Column[]>`
    select t.relname as name from pg_class t
     where t.relkind in ('r', 'p') and not t.relispartition and t.relnamespace = 'public'::regnamespace
       and exists (select from pg_attribute where attrelid = t.oid and attname = 'iin')
       and exists (select from pg_attribute where attrelid = t.oid and attname = 'application')
     order by 1`
  const counts = await Promise.all(
    tables.map(async ({ name }) => {
      const strays = await owner`
        select from ${owner(name)} one
         where one.application is not null and one.iin is not null -- a call of the core names no person
           and not exists (select from application a where a.iin = one.iin and a.id = one.application)`
      return { name, count: strays.length }
    }),
  )
  const strays = counts.filter(({ count }) => count > 0)
  return strays.map(({ name, count }) => `I6: ${count} rows of ${name} are of another person than their application`)
}

export type Visitors = { readonly own: Browser; readonly stranger: Browser }

/** Every address of what there is. One of each kind is opened by its person too, so that a wrong address hides nothing. */
export async function checkStranger(
  owner: Sql,
  { own, stranger }: Visitors,
  names: readonly string[],
): Promise<string[]> {
  const faults = await checkOwners(owner)
  const look = async (address: string) => {
    const { status, json } = await stranger.get(address)
    if (status !== 404) faults.push(`I6: ${address} gives a stranger ${status}`)
    if (names.some(name => JSON.stringify(json).includes(name))) faults.push(`I6: ${address} names its person`)
  }
  for (const addresses of await addressesOf(owner)) {
    const [first] = addresses
    const status = first && (await own.get(first)).status
    if (status !== 200) faults.push(`I6: ${first} gives its person ${status}`)
    for (const address of addresses) await look(address)
  }
  for (const address of ['/api/v1/applications', '/kk/applications', '/kk/profile/history', '/kk/messages']) {
    const { status, json } = await stranger.get(address)
    if (status !== 200) faults.push(`I6: ${address} gives ${status}`)
    for (const name of names)
      if (JSON.stringify(json).includes(name)) faults.push(`I6: a stranger reads ${name} at ${address}`)
  }
  return faults
}

/** By what is opened there. */
async function addressesOf(owner: Sql): Promise<string[][]> {
  const applications = await owner<Column[]>`select id as name from application`
  const drafts = await owner<Column[]>`select id as name from withdrawal_draft`
  const registrations = await owner<Column[]>`select registration as name from withdrawal`
  const under = (rows: readonly Column[], address: string) => rows.map(({ name }) => address + encodeURIComponent(name))
  const pieces = ['statement', 'signature', 'receipt', 'evidence']
  return [
    ...['/api/v1/applications/', '/kk/applications/'].map(address => under(applications, address)),
    under(drafts, '/api/v1/withdrawal-drafts/'),
    under(drafts, '/kk/withdrawal-drafts/').map(address => `${address}/statement.pdf`),
    under(registrations, '/kk/withdrawals/'),
    ...pieces.map(piece => under(registrations, '/api/v1/withdrawals/').map(address => `${address}/${piece}`)),
  ]
}
