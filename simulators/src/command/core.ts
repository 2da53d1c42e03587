// The fund's core by hand: claim an application for execution, release it, say that it is executed or refused.
import { randomUUID } from 'node:crypto'
import { type Answer, type CoreClient, coreClient } from '../core/client.ts'
import { addDays, almatyDay } from '../demo/almaty.ts'
import { readClock, readKey, readOptions, required, UsageError } from './usage.ts'

const OPTIONS = {
  id: { type: 'string' },
  claim: { type: 'string' },
  on: { type: 'string' },
  clock: { type: 'string' },
  'core-url': { type: 'string' },
  'core-key-file': { type: 'string' },
} as const

type Act = (
  client: CoreClient,
  at: { readonly id: string; readonly claim: string; readonly on: string },
) => Promise<Answer>

const ACTS: Readonly<Record<string, Act>> = {
  claim: (client, { id, claim }) => client.claim(id, claim),
  release: (client, { id, claim }) => client.release(id, claim),
  execute: (client, { id, on }) => client.say(randomUUID(), id, { is: 'executed', on }),
  refuse: (client, { id, on }) => client.say(randomUUID(), id, { is: 'refused', on, refusal: refusal(on) }),
}

/** Prints the service's answer as one line of JSON; the exit code is 1 when it is not a 2xx. */
export async function coreCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, OPTIONS)
  const act = ACTS[positionals[0] ?? '']
  if (!act) throw new UsageError('claim, release, execute or refuse?')
  const id = required(values.id, 'id')
  const key = readKey(required(values['core-key-file'], 'core-key-file'))
  const client = coreClient(required(values['core-url'], 'core-url'), key)
  const on = values.on ?? almatyDay(readClock(values.clock)())
  const answer = await act(client, { id, claim: values.claim ?? `by-hand-${id}`.slice(0, 40), on })
  console.log(JSON.stringify(answer))
  if (answer.status > 299) process.exitCode = 1
}

function refusal(on: string) {
  const text = {
    kk: 'Өтініштегі деректемелер банктің деректерімен сәйкес келмейді.',
    ru: 'Реквизиты в заявлении не совпадают с данными банка.',
    en: 'The details in the application do not match those of the bank.',
  }
  return { code: 'details-do-not-match', text, next: null, appealUntil: addDays(on, 90) }
}
