// Every fault of DER, with its code and the byte where it is. The table does not compile while a fault has no line.
import { describe, expect, it } from 'vitest'
import type { DerFault } from './error.ts'
import { fieldsOf } from './fields.ts'
import { type Element, readDer } from './read.ts'
import { expectSorted } from './set-order.ts'
import { readText } from './text.ts'
import { readTime } from './time.ts'

type Fault = { readonly hex: string; readonly offset: number; readonly read?: (root: Element) => unknown }

const LIMITS = { bytes: 12, depth: 2, elements: 4 }
const secondOf = (root: Element): Element => root.children[1] ?? root

/** A SEQUENCE of one field. */
function readOne(root: Element): void {
  const fields = fieldsOf(root)
  fields.any()
  fields.end()
}

const FAULTS = {
  'too-large': { hex: '0000000000000000000000000000', offset: 0 },
  'too-deep': { hex: '3006300430023000', offset: 6 },
  'too-many': { hex: '300a05000500050005000500', offset: 8 },
  truncated: { hex: '30050201050401', offset: 7 },
  'trailing-bytes': { hex: '3003020105ff', offset: 5 },
  'tag-unsupported': { hex: '30041f010000', offset: 3 },
  'form-wrong': { hex: '3003240100', offset: 3 },
  'length-indefinite': { hex: '300702010530800000', offset: 7 },
  'length-not-minimal': { hex: '3004048101ff', offset: 5 },
  'length-too-long': { hex: '300704850000000001', offset: 4 },
  'boolean-malformed': { hex: '3003010101', offset: 4 },
  'integer-malformed': { hex: '300402020001', offset: 4 },
  'bits-malformed': { hex: '3003030101', offset: 4 },
  'null-malformed': { hex: '3003050100', offset: 4 },
  'oid-malformed': { hex: '3003060180', offset: 4 },
  'string-malformed': { hex: '30060201050c01ff', offset: 5, read: root => readText(secondOf(root)) },
  'time-malformed': { hex: '3006020105170130', offset: 5, read: root => readTime(secondOf(root)) },
  'set-not-sorted': { hex: '3106020106020105', offset: 5, read: expectSorted },
  unexpected: { hex: '30050201050500', offset: 5, read: readOne },
} as const satisfies Record<DerFault, Fault>

describe('a fault of DER has its code and its byte:', () => {
  it.each(Object.entries<Fault>(FAULTS))('%s', (code, { hex, offset, read }) => {
    const readIt = (): unknown => {
      const root = readDer(Buffer.from(hex, 'hex'), LIMITS)
      return read?.(root)
    }
    expect(readIt).toThrow(expect.objectContaining({ name: 'DerError', code, offset }))
  })
})
