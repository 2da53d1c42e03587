// The table of edge cases as it is published: packages/gost/vectors/edge-cases.json, described in README.md beside it.
import { makerOf } from './claim.ts'
import { FAMILIES, type Family } from './family.ts'
import { keyRows } from './key-rows.ts'
import { type Failure, type Row, rowWriter } from './row.ts'
import { signatureRows } from './signature-rows.ts'
import { validRows } from './valid-rows.ts'

export type Test = {
  readonly id: number
  readonly title: string
  readonly comment: string
  readonly publicKey: string
  readonly message?: string
  readonly digest: string
  readonly signature: string
  readonly result: 'valid' | 'invalid'
  readonly failure?: Failure
}

export type Group = {
  readonly layout: 'kz' | 'rfc9215'
  readonly curve: string
  readonly keyAlgorithm: string
  readonly parameterSet: string
  readonly signatureAlgorithm: string
  readonly digestAlgorithm: string
  readonly tests: readonly Test[]
}

export type Table = {
  readonly about: string
  readonly licence: 'MIT'
  readonly version: 1
  readonly numberOfTests: number
  readonly groups: readonly Group[]
}

/** The whole table, the same at every run. */
export function makeTable(): Table {
  const groups: Group[] = []
  let id = 0
  for (const family of FAMILIES)
    groups.push({ ...namesOf(family), tests: rowsOf(family).map(row => testOf(row, ++id)) })
  const about = 'Edge cases of GOST R 34.10-2012 and GOST 34.310-2004 signatures; the format is described in README.md'
  return { about, licence: 'MIT', version: 1, numberOfTests: id, groups }
}

/** One test a line, so that a change shows as what it is. */
export function writeTable({ groups, ...head }: Table): string {
  const opening = JSON.stringify(head).slice(0, -1)
  const written = groups.map(({ tests, ...names }) => {
    const lines = tests.map(test => JSON.stringify(test)).join(',\n')
    return `${JSON.stringify(names).slice(0, -1)},"tests":[\n${lines}\n]}`
  })
  return `${opening},"groups":[\n${written.join(',\n')}\n]}\n`
}

function rowsOf(family: Family): readonly Row[] {
  const make = { family, maker: makerOf(family.curve), row: rowWriter(family) }
  return [...validRows(make), ...signatureRows(make), ...keyRows(make)]
}

function namesOf({ layout, curve, keyAlgorithm, parameterSet, signatureAlgorithm, digestAlgorithm }: Family) {
  return { layout: layout.name, curve: curve.name, keyAlgorithm, parameterSet, signatureAlgorithm, digestAlgorithm }
}

function testOf({ title, comment, publicKey, message, digest, signature, failure }: Row, id: number): Test {
  return {
    id,
    title,
    comment,
    publicKey: hex(publicKey),
    ...(message && { message: hex(message) }),
    digest: hex(digest),
    signature: hex(signature),
    result: failure ? 'invalid' : 'valid',
    ...(failure && { failure }),
  }
}

function hex(octets: Uint8Array): string {
  return Array.from(octets, octet => octet.toString(16).padStart(2, '0')).join('')
}
