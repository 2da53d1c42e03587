// Moves the sessions of a person back in time, as if minutes had passed, so that no journey waits for them.
import { openEmbedded } from '../src/database/embedded-database.ts'
import { connect } from '../src/database/sql.ts'
import { projectRoot } from '../src/root.ts'
import type { OpenWorld } from './world.ts'

/** The person has done nothing for so many minutes more. */
export async function idle(world: OpenWorld, iin: string, minutes: number): Promise<void> {
  await change(
    world,
    sql => sql`update session set seen_at = seen_at - ${`${minutes} min`}::interval where iin = ${iin}`,
  )
}

/** The person signed in so long ago that the absolute end is in so many minutes. */
export async function endsIn(world: OpenWorld, iin: string, minutes: number): Promise<void> {
  const end = new Date(world.now().getTime() + minutes * 60_000)
  await change(world, sql => sql`update session set ends_at = ${end} where iin = ${iin}`)
}

async function change(world: OpenWorld, act: (sql: ReturnType<typeof connect>) => Promise<unknown>): Promise<void> {
  const { ownerUrl } = await openEmbedded({ root: projectRoot(), dataDir: world.dataDir }) // it runs: found, not started
  const sql = connect(ownerUrl, { connections: 1 })
  try {
    await act(sql)
  } finally {
    await sql.end()
  }
}
