// Revocation lists, complete and delta, kept in CRL_DIR: fetched anew by a job, named by their SHA-256, never rewritten.
// They stand in for a silent responder where REVOCATION=ocsp-or-crl says so.
import { createHash, randomUUID } from 'node:crypto'
import {
  createWriteStream,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import type { Log } from '../web/access-log.ts'
import { callAuthority } from './authority-call.ts'
import type { Client } from './authority-client.ts'
import type { VerificationPool } from './verification-pool.ts'

export type RevocationLists = {
  /** The newest list of each address, as files. */
  readonly files: () => readonly string[]
  /** These were relied upon: they are kept for good, in `used`. */
  readonly keepUsed: (files: readonly string[]) => void
  /** Fetches what is due. Never throws for what an authority does; `whole` ends it early. */
  readonly refresh: (whole: AbortSignal) => Promise<void>
}

export type ListNeeds = {
  readonly folder: string
  readonly sources: readonly { readonly url: string; readonly client: Client }[]
  readonly pool: Pick<VerificationPool, 'run'>
  readonly now: () => Date
  readonly log: Log
}

const DUE_MS = 15 * 60_000 // a delta appears every few hours, so that a quarter of an hour is soon
const LIMIT = 64 * 1024 * 1024 // three times the national list, as the reader of lists has it

const Index = z.record(
  z.string(),
  z.object({
    file: z.string(),
    fetchedAt: z.iso.datetime(),
    modified: z.string().nullable(),
    thisUpdate: z.iso.datetime(), // an older list never takes the place of a newer one
  }),
)
type Index = z.infer<typeof Index>

export function openRevocationLists(needs: ListNeeds): RevocationLists {
  const { folder, sources } = needs
  mkdirSync(path.join(folder, 'used'), { recursive: true })
  removeParts(folder)
  let index = readIndex(folder)
  const files = () => sources.flatMap(({ url }) => (index[url] ? [path.join(folder, index[url].file)] : []))
  let superseded: string[] = []
  return {
    files,
    keepUsed: used => {
      for (const file of used) keep(file, path.join(folder, 'used', path.basename(file)))
    },
    refresh: async whole => {
      for (const file of superseded.splice(0)) rmSync(file, { force: true }) // a round later: a thread may just have been told of it
      const before = files()
      for (const source of sources) {
        const entry = await refreshOrTell(source, index[source.url], { ...needs, whole })
        if (entry) index = { ...index, [source.url]: entry }
      }
      writeIndex(folder, index)
      superseded = before.filter(file => !files().includes(file))
    },
  }
}

type Entry = Index[string]
type Round = ListNeeds & { readonly whole: AbortSignal }

type Source = ListNeeds['sources'][number]

/** A fault of ours with one list, a full disk for one, does not keep the others from being fetched. */
async function refreshOrTell(source: Source, known: Entry | undefined, round: Round): Promise<Entry | undefined> {
  try {
    return await refreshOne(source, known, round)
  } catch (error) {
    round.log('error', 'list-refused', { list: nameOf(source), why: String(error) })
    return undefined
  }
}

/** What is known of the list afterwards; undefined: nothing new, what there was stays. */
async function refreshOne(source: Source, known: Entry | undefined, round: Round): Promise<Entry | undefined> {
  const { now, whole } = round
  if (known && now().getTime() - Date.parse(known.fetchedAt) < DUE_MS) return undefined
  const { url, client } = source
  const answer = await client(signal => download(url, known, { folder: round.folder, signal }), whole)
  if (answer.kind === 'silent') return undefined
  const fetchedAt = now().toISOString()
  if (answer.value === 'unchanged') return known && { ...known, fetchedAt }
  const { modified } = answer.value
  const kept = await takeOver(answer.value, { source, known, round })
  return kept && { ...kept, fetchedAt, modified }
}

type Taking = { readonly source: Source; readonly known: Entry | undefined; readonly round: Round }

/** Into use, under its hash; or away with it, when it is no list of ours or older than what we have. */
async function takeOver({ file, sha256 }: Downloaded, { source, known, round }: Taking) {
  const looked = await round.pool.run('acts', 'lookAtList', { file })
  const list = looked.kind === 'done' ? looked.value : undefined
  const isOlder = list && known && Date.parse(list.thisUpdate) < Date.parse(known.thisUpdate)
  if (!list || isOlder) {
    rmSync(file, { force: true })
    const why = isOlder ? 'older' : looked.kind === 'done' ? 'not a list of ours' : looked.kind
    round.log('error', 'list-refused', { list: nameOf(source), why })
    return undefined
  }
  const kept = `${sha256}.crl`
  renameSync(file, path.join(round.folder, kept))
  const { number, thisUpdate, nextUpdate, delta } = list
  round.log('info', 'list-refreshed', { list: nameOf(source), number, delta, thisUpdate, nextUpdate })
  return { file: kept, thisUpdate }
}

function nameOf({ url }: Source): string {
  return path.basename(new URL(url).pathname)
}

type Downloaded = { readonly file: string; readonly sha256: string; readonly modified: string | null }
type Where = { readonly folder: string; readonly signal: AbortSignal }

/** Piece by piece into a file beside the others: it may have tens of megabytes. Throws SilenceError. */
async function download(
  url: string,
  known: Entry | undefined,
  { folder, signal }: Where,
): Promise<Downloaded | 'unchanged'> {
  const headers = known?.modified ? { 'If-Modified-Since': known.modified } : {}
  const answer = await callAuthority({ url, headers, accepts: /^application\//, limit: LIMIT, signal })
  if (answer.status === 304) return 'unchanged'
  const file = path.join(folder, `${randomUUID()}.part`)
  const hash = createHash('sha256')
  const hashed = async function* (body: AsyncIterable<Uint8Array>) {
    for await (const piece of body) {
      hash.update(piece)
      yield piece
    }
  }
  try {
    await pipeline(Readable.from(hashed(answer.body)), createWriteStream(file))
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  return { file, sha256: hash.digest('hex'), modified: answer.headers.get('Last-Modified') }
}

/** What a crash left half written. */
function removeParts(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(path.join(folder, name), { force: true })
}

/** One that cannot be read, or names files that are gone or spoilt, is as good as none: the lists are fetched again. */
function readIndex(folder: string): Index {
  const read = Index.safeParse(jsonIn(path.join(folder, 'index.json')))
  return Object.fromEntries(Object.entries(read.data ?? {}).filter(([, { file }]) => isWhole(path.join(folder, file))))
}

/** Is the file what its name says? When the power goes, a file may be there without its octets. */
function isWhole(file: string): boolean {
  if (!existsSync(file)) return false
  return path.basename(file) === `${createHash('sha256').update(readFileSync(file)).digest('hex')}.crl`
}

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function writeIndex(folder: string, index: Index): void {
  const part = path.join(folder, `${randomUUID()}.part`)
  writeFileSync(part, JSON.stringify(index, null, 1))
  renameSync(part, path.join(folder, 'index.json'))
}

/** The same octets under a second name; what is kept already stays. */
function keep(file: string, as: string): void {
  if (!existsSync(as)) linkSync(file, as)
}
