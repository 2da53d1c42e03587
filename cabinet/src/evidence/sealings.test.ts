// What lies in clear is found by an index of its own: a round of sealing does not look again through all that is sealed already.
import { expect, it } from 'vitest'
import { freshDatabase } from '../database/fresh-database.ts'
import { SEALINGS } from './sealings.ts'

it('in each table what lies in clear is found without looking at what does not', async () => {
  const { owner } = await freshDatabase()
  await owner.begin(async tx => {
    await tx`set local enable_seqscan = off` // the tables are empty
    for (const { table, plain } of SEALINGS) {
      const plan = await tx.unsafe(`explain select iin from ${table} where ${plain}`)
      const told = plan.map(row => row['QUERY PLAN']).join('\n')
      expect(told, table).not.toMatch(/Filter|Seq Scan/) // by an index of all rows each would have to be looked at
      expect(told, table).toContain('Index')
    }
  })
})
