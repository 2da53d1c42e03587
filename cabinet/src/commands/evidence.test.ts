// Keys of evidence from the command line, on the real database.
import { expect, it, onTestFinished, vi } from 'vitest'
import { EVIDENCE_KEY } from '../evidence/test-vault.ts'
import { AIGERIM, SERIK } from '../test-authority.ts'
import { openBench } from '../withdrawal/test-bench.ts'
import { GOOD } from '../withdrawal/test-judgements.ts'
import { EvidenceError, evidenceCommand } from './evidence.ts'
import { UsageError } from './usage.ts'

const NEW_KEY = '22'.repeat(32)
const PEOPLE = ['--by', 'a.serikov', '--approved-by', 'b.omarova']

async function command() {
  const bench = await openBench()
  bench.answer(GOOD)
  await bench.sign(await bench.prepare('a-1'))
  const { url, ownerUrl, owner } = bench.database
  const said: unknown[] = []
  const spy = vi.spyOn(console, 'log').mockImplementation(line => void said.push(JSON.parse(line)))
  onTestFinished(() => spy.mockRestore())
  const known = { MODE: 'test', DATABASE_URL: url, MIGRATIONS_DATABASE_URL: ownerUrl, EVIDENCE_KEY }
  const run = async (args: readonly string[], env = {}) => {
    await evidenceCommand(args, { ...known, ...env })
    return said.splice(0)
  }
  return { run, owner }
}

it('seals, wraps anew and erases, and says of how many', async () => {
  const { run, owner } = await command()
  await owner`update withdrawal_evidence set content = 'plain', sealed_by = null where piece = 'report'`
  expect(await run(['seal', '--dry-run'])).toEqual([{ event: 'evidence-sealed', count: 1, dryRun: true }])
  expect(await run(['seal'])).toEqual([{ event: 'evidence-sealed', count: 1, dryRun: false }])
  const both = { EVIDENCE_KEY: `${NEW_KEY},${EVIDENCE_KEY}` }
  expect(await run(['rewrap'], both)).toEqual([{ event: 'keys-rewrapped', count: 1, dryRun: false }])
  expect(await run(['erase', '--iin', AIGERIM.iin, ...PEOPLE])).toEqual([{ event: 'evidence-erased' }])
  expect(await owner`select from person_key`).toHaveLength(0)
})

it('wraps anew what opens, names what does not, and is not content', async () => {
  const { run, owner } = await command()
  await owner`
    insert into person_key select ${SERIK.iin}, gen_random_uuid(), wrapped, wrapped_by, made_at from person_key`
  const [stray] = await owner`select id from person_key where iin = ${SERIK.iin}`
  const both = { EVIDENCE_KEY: `${NEW_KEY},${EVIDENCE_KEY}` }
  const said = vi.mocked(console.log).mock.calls
  await expect(run(['rewrap'], both)).rejects.toThrow('do not open, and stay as they are: 1')
  expect(said.map(([line]) => JSON.parse(line))).toEqual([
    { event: 'key-not-rewrapped', key: stray?.['id'], why: "a person's key does not open" },
    { event: 'keys-rewrapped', count: 1, dryRun: false },
  ])
  expect(
    await owner`select from person_key where wrapped_by = (select wrapped_by from person_key where iin = ${SERIK.iin})`,
  ).toHaveLength(1)
})

it('what cannot be is refused in a sentence, and no key is lost', async () => {
  const { run, owner } = await command()
  const erase = ['erase', '--iin', AIGERIM.iin]
  for (const [args, words] of [
    [erase, '--by: required'],
    [[...erase, '--by', 'a.serikov'], '--approved-by: required'],
    [[...erase, '--by', 'a.serikov', '--approved-by', 'A.Serikov'], 'must be another than --by'],
    [['erase', '--iin', '8513154001', ...PEOPLE], '--iin: required, twelve digits'],
    [['seal', 'now'], 'otinish evidence seal'],
    [['forget'], 'otinish evidence erase'],
    [['verify', '--head', '214'], '--head: as evidence-root-made'],
    [['verify', '--head', `0:${'0'.repeat(64)}`], '--head: as evidence-root-made'],
    [['verify', '--heads', '/dev/null'], '--heads: /dev/null has none'],
    [['verify', 'now'], 'otinish evidence verify'],
  ] as const) {
    await expect(run(args), args.join(' ')).rejects.toThrow(UsageError)
    await expect(run(args)).rejects.toThrow(words)
  }
  await expect(run(['erase', '--iin', SERIK.iin, ...PEOPLE])).rejects.toThrow(EvidenceError)
  await expect(run(['seal'], { MIGRATIONS_DATABASE_URL: '' })).rejects.toThrow('MIGRATIONS_DATABASE_URL: required')
  await expect(run(['seal'], { MODE: '', EVIDENCE_KEY: '' })).rejects.toThrow('EVIDENCE_KEY: required in production')
  expect(await owner`select from person_key`).toHaveLength(1)
})
