// Does the record that the fund has sealed say of a withdrawal what its row and its pieces say, and are the seals the fund's: by a
// certificate that whoever checks has pinned? Who can write the archive could put a seal of his own on what he has written.
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { sameBytes } from '@otinish/eds/bytes'
import { examineSignature } from '@otinish/eds/verify-signature'
import { z } from 'zod'
import type { Entry } from './archive-store.ts'
import { registrationRecord } from './registration-record.ts'
import { isOurs, type SealPins } from './seal-pins.ts'
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

type Checking = { readonly isOld: boolean; readonly pins: SealPins }

/** Nothing is wrong where it has not been made yet, unless that was long ago. */
export function wrongInRecord(entry: Entry, opened: Opened, { isOld, pins }: Checking): Wrongs {
  if (!entry.received_at) return [] // it is told as gone
  const record = opened.get('registration 0')
  if (!record) return isOld ? ['missing: registration 0'] : []
  const missing = ['receipt 0', 'seal 0', 'seal 1'].filter(name => !opened.has(name)).map(name => `missing: ${name}`)
  const said = readRecord(record)
  if (!said) return [...missing, 'changed: registration 0']
  return [
    ...missing,
    ...otherThan(record, madeAnew(entry, opened, said)),
    ...wrongInSeal('seal 0', { seal: opened.get('seal 0'), content: record }, pins),
    ...wrongInSeal('seal 1', { seal: opened.get('seal 1'), content: opened.get('receipt 0') }, pins),
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

/** When the fund sealed the record; undefined when it has not, or the seal is not the fund's. */
export function sealedAt(opened: Opened, pins: SealPins): Date | undefined {
  const [seal, content] = [opened.get('seal 0'), opened.get('registration 0')]
  if (!seal || !content || wrongInSeal('seal 0', { seal, content }, pins).length > 0) return undefined
  const told = examineSeal(seal, content).report.signers[0]?.signingTime
  return told ? new Date(told) : undefined
}

type Sealed = { readonly seal: Uint8Array | undefined; readonly content: Uint8Array | undefined }

function wrongInSeal(name: string, { seal, content }: Sealed, pins: SealPins): Wrongs {
  if (!seal || !content) return []
  const { report, signers } = examineSeal(seal, content)
  const why = report.reasons.filter(code => code !== 'path-not-found') // no path was looked for
  if (report.outcome === 'invalid') return [`${name} does not hold: ${why.join(', ')}`]
  const isPinned = signers.every(({ certificate }) => certificate && isOurs(certificate.encoded, pins))
  return isPinned ? [] : [`${name} is by a certificate that is not pinned as the fund's`]
}

function examineSeal(seal: Uint8Array, content: Uint8Array) {
  return examineSignature(seal, { content, anchors: [], at: new Date(0) })
}

function sha256(content: Uint8Array | undefined): string {
  return createHash('sha256')
    .update(content ?? '')
    .digest('hex')
}
