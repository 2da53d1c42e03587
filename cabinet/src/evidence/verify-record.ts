// Does the record that the fund has sealed say of a withdrawal what its row and its pieces say, and do the seals hold? Whose the
// seals are is not asked here: that takes the fund's certificate, which whoever checks has from the fund.
import { createHash } from 'node:crypto'
import { examineSignature } from '@otinish/eds/verify-signature'
import { z } from 'zod'
import { almatyIso } from '../calendar/almaty.ts'
import type { Entry } from './archive-store.ts'
import type { Opened, Wrongs } from './verify-withdrawal.ts'

const Hashed = z.object({ sha256: z.string() })
const Recorded = z.object({
  registration: z.string(),
  receivedAt: z.string(),
  registeredAt: z.string(),
  statement: Hashed,
  signature: Hashed,
})

/** Nothing is wrong where it has not been made yet. */
export function wrongInRecord(entry: Entry, opened: Opened): Wrongs {
  const record = opened.get('registration 0')
  if (!record || !entry.received_at) return []
  const missing = ['receipt 0', 'seal 0', 'seal 1'].filter(name => !opened.has(name)).map(name => `missing: ${name}`)
  const said = readRecord(record)
  if (!said) return [...missing, 'changed: registration 0']
  const expected = {
    registration: entry.registration,
    receivedAt: almatyIso(entry.received_at),
    registeredAt: entry.registered_at && almatyIso(entry.registered_at),
    statement: { sha256: sha256(opened.get('statement 0')) },
    signature: { sha256: sha256(opened.get('signature 0')) },
  }
  const names = ['registration', 'receivedAt', 'registeredAt', 'statement', 'signature'] as const
  const others = names.filter(name => JSON.stringify(said[name]) !== JSON.stringify(expected[name]))
  return [
    ...missing,
    ...others.map(name => `the sealed record says another ${name}`),
    ...brokenSeal('seal 0', opened.get('seal 0'), record),
    ...brokenSeal('seal 1', opened.get('seal 1'), opened.get('receipt 0')),
  ]
}

function readRecord(record: Uint8Array): z.infer<typeof Recorded> | undefined {
  try {
    return Recorded.parse(JSON.parse(Buffer.from(record).toString()))
  } catch {
    return undefined // it is told as changed
  }
}

function brokenSeal(name: string, seal: Uint8Array | undefined, content: Uint8Array | undefined): Wrongs {
  if (!seal || !content) return []
  const { outcome, reasons } = examineSignature(seal, { content, anchors: [], at: new Date(0) }).report
  const why = reasons.filter(code => code !== 'path-not-found') // no path was looked for
  return outcome === 'invalid' ? [`${name} does not hold: ${why.join(', ')}`] : []
}

function sha256(content: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(content ?? '')
    .digest('hex')
}
