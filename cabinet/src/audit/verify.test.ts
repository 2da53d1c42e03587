// Somebody with every right of the owner changes the record afterwards, and is found; the first line that does not hold is named.
import { beforeEach, describe, expect, it } from 'vitest'
import { type ActRecord, emptyRecord } from './test-acts.ts'

let record: ActRecord
let noted: string // the end of the chain after three of five lines
beforeEach(async () => {
  record = await emptyRecord()
  for (const outcome of ['one', 'two', 'three']) await record.add({ outcome, iin: '851315400107' })
  noted = (await record.seal())?.head ?? ''
  for (const outcome of ['four', 'five']) await record.add({ outcome })
  await record.seal()
})

/** Makes the chain fit again from a place on, as an owner can. */
const relink = (from: number) =>
  `do $$
     declare
       link audit_link;
       head bytea := (select hash from audit_link where ordinal = ${from - 1});
     begin
       for link in select * from audit_link where ordinal >= ${from} order by ordinal loop
         head := (select sha256(head || int8send(link.ordinal) || audit_bytes(event)) from audit_event event
                   where position = link.line);
         update audit_link set hash = head where ordinal = link.ordinal;
       end loop;
     end $$`

const MOVE = 'update audit_link set line = line + 100 where ordinal in (2, 3)'
const CROSS = 'update audit_link set line = case ordinal when 2 then 3 else 2 end where ordinal in (2, 3)'
const PUT_IN = `insert into audit_event (position, at, act, actor_kind, outcome)
                values (77, '2026-06-16T05:00:00Z', 'signed-in', 'person', 'done')`

describe('the record of acts', () => {
  it('holds as it was written, and remembers every end that it had', async () => {
    expect(await record.verify()).toMatchObject({ is: 'whole', lines: '5', waiting: 0 })
    expect(await record.verify(noted)).toMatchObject({ is: 'whole', lines: '5' })
  })

  for (const [what, statements, verdict] of [
    ['a line is changed', ["update audit_event set outcome = 'TWO' where position = 2"], ['line-changed', '2', '2']],
    [
      'its moment is',
      ["update audit_event set at = at - interval '1 microsecond' where position = 4"],
      ['line-changed', '4', '4'],
    ],
    ['whose it was is', ["update audit_event set iin = '781515300300' where position = 1"], ['line-changed', '1', '1']],
    ['a link is changed', ["update audit_link set hash = sha256('x') where ordinal = 3"], ['line-changed', '3', '3']],
    ['a line is deleted', ['delete from audit_event where position = 3'], ['line-gone', '3', '3']],
    [
      'a line and its link are',
      ['delete from audit_event where position = 3', 'delete from audit_link where ordinal = 3'],
      ['link-gone', '3', undefined],
    ],
    [
      'the chain is closed up after that',
      [
        'delete from audit_event where position = 3',
        'delete from audit_link where ordinal = 3',
        'update audit_link set ordinal = ordinal - 1 where ordinal > 3',
      ],
      ['line-changed', '3', '4'],
    ],
    ['two lines are exchanged', [MOVE, CROSS], ['line-changed', '2', '3']],
    ['the last link is deleted', ['delete from audit_link where ordinal = 5'], ['line-never-sealed', undefined, '5']],
    [
      'a line is put in with a link before the first',
      [
        'alter table audit_link drop constraint audit_link_ordinal_check',
        PUT_IN,
        "insert into audit_link values (0, 77, sha256('x'))",
      ],
      ['line-never-sealed', undefined, '77'],
    ],
    ['a line is put in', [PUT_IN], ['line-never-sealed', undefined, '77']],
    [
      'a line is taken off those that wait',
      [PUT_IN, 'insert into audit_unsealed values (77)', 'delete from audit_unsealed'],
      ['line-never-sealed', undefined, '77'],
    ],
  ] as const)
    it(`does not hold when ${what}`, async () => {
      await record.asOwner(...statements)
      const [why, place, line] = verdict
      expect(await record.verify()).toEqual({ is: 'broken', why, place, line })
    })

  for (const [what, statements] of [
    ['cut at its end', ['delete from audit_link where ordinal >= 3', 'delete from audit_event where position >= 3']],
    ['changed and written anew', ["update audit_event set outcome = 'TWO' where position = 2", relink(2)]],
  ] as const)
    it(`holds in itself when ${what}, but not against an end that was noted before`, async () => {
      await record.asOwner(...statements)
      expect(await record.verify()).toMatchObject({ is: 'whole' })
      expect(await record.verify(noted)).toMatchObject({ is: 'broken', why: 'head-unknown' })
    })

  it('keeps its owner from removing a line that is linked, unless the owner goes out of the way to do it', async () => {
    await expect(record.owner`delete from audit_event where position = 2`).rejects.toThrow('violates foreign key')
  })
})

it('a record that was empty remembers that end too', async () => {
  const fresh = await emptyRecord()
  const empty = await fresh.verify()
  await fresh.add()
  await fresh.seal()
  expect(await fresh.verify(empty.is === 'whole' ? empty.head : '')).toMatchObject({ is: 'whole', lines: '1' })
})
