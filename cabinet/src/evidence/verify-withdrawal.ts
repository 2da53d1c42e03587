// Does what is kept of one withdrawal still prove it? Hashes, ciphertexts, and the signature itself, judged anew without a network.
import { createHash } from 'node:crypto'
import { sameBytes } from '@otinish/eds/bytes'
import { readSignedData } from '@otinish/eds/cms/signed-data'
import type { VerifiedLinks } from '@otinish/eds/path/link'
import { examineSignature } from '@otinish/eds/verify-signature'
import { type Trust, trustOfStamps } from '../signatures/trust.ts'
import type { Entry, Leaf, PieceRow } from './archive-store.ts'
import { type KeptReport, readKeptReport } from './kept-report.ts'
import { leafHash, nameOf } from './merkle.ts'

/** What is wrong, a word or two each. */
export type Wrongs = readonly string[]

/** `isOld`: by now everything is under a root; but what the fund sealed `lately` waits for the next one. Seldom asked. */
export type Age = { readonly isOld: boolean; readonly lately: () => boolean }

/** What can be said without any key, of erased persons' evidence too. */
export function wrongInKept(entry: Entry, rows: readonly PieceRow[], { isOld, lately }: Age): Wrongs {
  const { received_at, noted_at, leaves } = entry
  if (!received_at) return ['the withdrawal is gone']
  const moved = received_at.getTime() === noted_at.getTime() ? [] : ['its moment is another than the directory says']
  const changed = rows.filter(row => !sha256(row.content).equals(row.sha256)).map(row => `changed: ${nameOf(row)}`)
  const strange = [...moved, ...changed, ...strangers(entry, rows)]
  if (leaves.length === 0) return strange
  const covered = new Set(leaves.flatMap(({ pieces }) => pieces))
  const uncovered = rows.map(nameOf).filter(name => isOld && !covered.has(name))
  const outside = uncovered.filter(name => !(LATE.has(name) && lately()))
  return [
    ...strange,
    ...leaves.flatMap(leaf => wrongInLeaf(entry, rows, leaf)),
    ...outside.map(name => `under no root: ${name}`),
  ]
}

/** What is made soon after a registration, and may be made late. */
const LATE = new Set(['registration 0', 'receipt 0', 'report 1', 'seal 0', 'seal 1'])

function wrongInLeaf({ registration }: Entry, rows: readonly PieceRow[], { pieces, hash }: Leaf): Wrongs {
  const names = new Set(pieces)
  const there = rows.filter(row => names.has(nameOf(row)))
  const gone = pieces.filter(name => !there.some(row => nameOf(row) === name)).map(name => `missing: ${name}`)
  const isSame = leafHash(registration, there).toString('hex') === hash
  return gone.length === 0 && !isSame ? ['not what its leaf says'] : gone
}

const KNOWN =
  /^(?:(?:statement|signature|revocation|timestamp|extended|registration|receipt) 0|certificate [0-9]|(?:report|seal) [01])$/

/** Rows that the service has not written so: of another name, or in clear where the others are encrypted or hashed. */
function strangers({ leaves }: Entry, rows: readonly PieceRow[]): Wrongs {
  const isEncrypted = leaves.length > 0 || rows.some(row => row.sealed_by !== null)
  const plain = rows.filter(row => isEncrypted && row.sealed_by === null).map(row => `not encrypted: ${nameOf(row)}`)
  const unknown = rows.map(nameOf).filter(name => !KNOWN.test(name))
  return [...plain, ...unknown.map(name => `unknown: ${name}`)]
}

const NEEDED = ['statement 0', 'signature 0', 'certificate 0', 'report 0']

/** By their names alone. What the row says is not relied upon: either of it and the report is enough to need a proof. */
export function missingIn(entry: Entry, names: Pick<ReadonlySet<string>, 'has'>, report?: KeptReport): Wrongs {
  const isChecked = entry.revocation_source || (report && report.revocation.source !== 'none')
  const isStamped = entry.stamped_at || report?.timestamp
  const needed = [
    ...NEEDED,
    ...(isChecked ? ['revocation 0'] : []), // none before it was checked
    ...(isStamped ? ['timestamp 0', 'extended 0'] : []),
  ]
  return needed.filter(name => !names.has(name)).map(name => `missing: ${name}`)
}

export type Opened = ReadonlyMap<string, Uint8Array> // by name

/** The signature over the statement, by this person, at the moment of receipt, by the proofs that were kept. */
export function wrongInOpened(entry: Entry, opened: Opened, { trust, verifiedLinks }: Judging): Wrongs {
  const reported = readKeptReport(opened.get('report 0'))
  const missing = missingIn(entry, opened, reported)
  const [statement, signature] = [opened.get('statement 0'), opened.get('signature 0')]
  const extended = opened.get('extended 0')
  if (!statement || !signature || !entry.received_at) return missing
  const { report, signers } = examineSignature(extended ?? signature, {
    ...{ anchors: trust.anchors, intermediates: trust.intermediates, verifiedLinks },
    ...{ content: statement, at: entry.received_at, purpose: 'signing' },
    ...trustOfStamps(trust), // one that was brought along to a service that trusts nobody for the time was not looked at either
    ...revocationOf(reported, opened),
  })
  const certificate = signers[0]?.certificate
  return [
    ...missing,
    ...(report.outcome === 'valid' ? [] : [`the signature is ${report.outcome}: ${report.reasons.join(', ')}`]),
    ...(extended && !isSameSignature(signature, extended) ? ['extended is another signature'] : []),
    ...((entry.stamped_at || reported?.timestamp) && !report.signers[0]?.timestamp ? ['the time stamp is gone'] : []),
    ...(certificate && certificate.person.iin !== entry.iin ? ['the signer is another person'] : []),
    ...(certificate && !isSame(certificate.encoded, opened.get('certificate 0')) ? ['changed: certificate 0'] : []),
  ]
}

type Judging = { readonly trust: Trust; readonly verifiedLinks: VerifiedLinks }

/** Of revocation lists only names and hashes are kept with it; whether they said so then cannot be repeated from here. */
function revocationOf(reported: KeptReport | undefined, opened: Opened) {
  const response = opened.get('revocation 0')
  return reported?.revocation.source === 'ocsp' && response ? { revocation: { ocsp: [{ response }] } } : {}
}

function isSameSignature(one: Uint8Array, other: Uint8Array): boolean {
  try {
    const [a, b] = [one, other].map(cms => readSignedData(cms).signers[0]?.signature)
    return a !== undefined && isSame(a, b)
  } catch {
    return false // it is said elsewhere what is wrong with it
  }
}

function isSame(one: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && sameBytes(one, other)
}

function sha256(content: Uint8Array): Buffer {
  return createHash('sha256').update(content).digest()
}
