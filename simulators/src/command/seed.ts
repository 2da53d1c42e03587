// Fills the demonstration, at every start the same: what is dated by the first start stays so.
import { seed } from '../core/seed.ts'
import { firstMoment } from '../demo/first-moment.ts'
import { readClock, readKey, readOptions, required, USUAL_DATA } from './usage.ts'

const OPTIONS = {
  data: { type: 'string' },
  clock: { type: 'string' },
  'core-url': { type: 'string' },
  'core-key-file': { type: 'string' },
} as const

/** Sends everything and says how many on one line of JSON. */
export async function seedCommand(args: readonly string[]): Promise<void> {
  const { values } = readOptions(args, OPTIONS)
  const url = required(values['core-url'], 'core-url')
  const key = readKey(required(values['core-key-file'], 'core-key-file'))
  const since = firstMoment(values.data ?? USUAL_DATA, readClock(values.clock)())
  const applications = await seed(url, key, since)
  console.log(JSON.stringify({ seeded: applications, since: since.toISOString() }))
}
