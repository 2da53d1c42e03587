// Does the record that the fund has sealed say of a withdrawal what its row and its pieces say, and do the seals hold? Whose the
// seals are is not asked here: that takes the fund's certificate, which whoever checks has from the fund.
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sameBytes } from '@otinish/eds/bytes'
import { examineSignature } from '@otinish/eds/verify-signature'
import { z } from 'zod'
import type { Entry } from './archive-store.ts'
import { registrationRecord } from './registration-record.ts'
import type { Opened, Wrongs } from './verify-withdrawal.ts'

const Recorded = z.object({
  application: z.object({ id: z.string(), kind: z.string(), number: z.string(), filedOn: z.string() }),
  certificate: z.unknown(),
  method: z.unknown(),
  receivedAt: z.unknown(),
  registeredAt: z.unknown(),
  registration: z.unknown(),
  signature: z.unknown(),
  statement: z.unknown(),
  timestamp: z.unknown(),
})
const NAMES = Recorded.keyof().options
const Certificate = z.object({ serial: z.string(), issuer: z.string() })

/** Nothing is wrong where it has not been made yet, unless that was long ago. */
export function wrongInRecord(entry: Entry, opened: Opened, isOld: boolean): Wrongs {
  if (!entry.received_at) return [] // it is told as gone
  const record = opened.get('registration 0')
  if (!record) return isOld ? ['missing: registration 0'] : []
  const missing = ['receipt 0', 'seal 0', 'seal 1'].filter(name => !opened.has(name)).map(name => `missing: ${name}`)
  const said = readRecord(record)
  if (!said) return [...missing, 'changed: registration 0']
  return [
    ...missing,
    ...otherThan(record, madeAnew(entry, opened, said)),
    ...brokenSeal('seal 0', opened.get('seal 0'), record),
    ...brokenSeal('seal 1', opened.get('seal 1'), opened.get('receipt 0')),
  ]
}

type Said = z.infer<typeof Recorded>

/** From the row and the pieces. Of the application the row has its id alone; the rest is the record's own word. */
function madeAnew(entry: Entry, opened: Opened, { application }: Said): Uint8Array | undefined {
  const { application: id, method, received_at: receivedAt, registered_at: registeredAt } = entry
  const certificate = Certificate.safeParse(entry.certificate).data
  if (id === null || !method || !receivedAt || !registeredAt || !certificate) return undefined
  const { stamped_at: at, stamp_authority: authority } = entry
  return registrationRecord({
    registration: entry.registration,
    application: { ...application, id },
    ...{ method, receivedAt, registeredAt, certificate },
    timestamp: at && authority !== null ? { at, authority } : undefined,
    statementSha256: sha256(opened.get('statement 0')),
    signatureSha256: sha256(opened.get('signature 0')),
  })
}

/** Byte for byte; what differs is named where it can be. */
function otherThan(record: Uint8Array, expected: Uint8Array | undefined): Wrongs {
  if (!expected) return ['its row is not what was sealed']
  if (sameBytes(record, expected)) return []
  const [said, made] = [record, expected].map(readRecord)
  const others = NAMES.filter(name => !isDeepStrictEqual(said?.[name], made?.[name]))
  return others.length > 0 ? others.map(name => `the sealed record says another ${name}`) : ['changed: registration 0']
}

function readRecord(record: Uint8Array): Said | undefined {
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
