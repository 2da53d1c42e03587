// `eds inspect`: the DER structure of a file, element by element, for whoever wants to see why it was refused.
import { hexOf } from '../bytes.ts'
import { DerError } from '../der/error.ts'
import { decodeOid } from '../der/oid.ts'
import { type Element, readDer } from '../der/read.ts'
import { BIT_STRING, isConstructed, OBJECT_IDENTIFIER, OCTET_STRING } from '../der/tag.ts'
import { readText } from '../der/text.ts'
import { readArguments } from './arguments.ts'
import { readLanguage } from './language.ts'
import type { ExitCode } from './main.ts'
import type { Messages } from './messages/messages.ts'
import { printEach } from './print-each.ts'
import { printable } from './printable.ts'
import { recognise } from './recognise.ts'
import { tagName } from './tag-name.ts'
import type { Terminal } from './terminal.ts'

/** One JSON object, or an indented list, a file; exit code 1 when one is not DER. Throws UsageError. */
export function inspectCommand(argv: readonly string[], terminal: Terminal): ExitCode {
  const { values, files } = readArguments(argv, { json: { type: 'boolean' }, lang: { type: 'string' } })
  const t = readLanguage(values.lang)
  const print = (der: Uint8Array) => (values.json ? JSON.stringify(inspected(der)) : inspectDer(der, t))
  return printEach(files, print, terminal)
}

/** What it is, then one line an element, indented; harmless for a terminal. Throws DerError. */
export function inspectDer(der: Uint8Array, { kind }: Messages): string {
  const lines = indented(nodeOf(readDer(der), 0, 0), 0)
  return [kind[recognise(der) ?? 'other'], ...lines.map(printable)].join('\n')
}

type Node = {
  readonly offset: number
  readonly length: number // of the content
  readonly type: string
  readonly value?: string
  readonly elements?: readonly Node[] // also those inside an OCTET STRING or BIT STRING, where they are DER
}

function inspected(der: Uint8Array): { readonly kind: string | null } & Node {
  return { kind: recognise(der) ?? null, ...nodeOf(readDer(der), 0, 0) }
}

const MAX_OPENED = 8 // strings inside strings; extensions in a responder's certificate in an answer are the fourth

function nodeOf(element: Element, base: number, opened: number): Node {
  const { tag, content, encoded } = element
  const offset = base + element.offset
  const head = { offset, length: content.length, type: tagName(tag) }
  if (isConstructed(tag)) return { ...head, elements: element.children.map(child => nodeOf(child, base, opened)) }
  const skipped = tag === BIT_STRING ? 1 : 0
  const inside = opened < MAX_OPENED ? insideOf(element, skipped) : undefined
  if (!inside) return { ...head, value: valueText(element) }
  const start = offset + encoded.length - content.length + skipped
  return { ...head, elements: [nodeOf(inside, start, opened + 1)] }
}

/** DER of one of these types that fills a string of octets: few of them are that by accident. */
function insideOf({ tag, content }: Element, skipped: number): Element | undefined {
  if ((tag !== OCTET_STRING && tag !== BIT_STRING) || content.length < 4) return undefined
  try {
    const inside = readDer(content.subarray(skipped))
    const isLikely = isConstructed(inside.tag) || inside.tag === BIT_STRING || inside.tag === OCTET_STRING
    return isLikely ? inside : undefined
  } catch (fault) {
    if (fault instanceof DerError) return undefined
    throw fault
  }
}

function indented({ offset, length, type, value, elements = [] }: Node, depth: number): readonly string[] {
  const position = `${String(offset).padStart(7)} ${String(length).padStart(6)}`
  const line = `${position}  ${'  '.repeat(depth)}${type}${value ? ` ${shortened(value)}` : ''}`
  return [line, ...elements.flatMap(child => indented(child, depth + 1))]
}

function shortened(value: string): string {
  return value.length > 72 ? `${value.slice(0, 72)}…` : value
}

/** Of a primitive element. Throws DerError for a text that is none. */
function valueText(element: Element): string {
  if (element.tag === OBJECT_IDENTIFIER) return decodeOid(element.content) ?? hexOf(element.content)
  const isTime = element.tag === 0x17 || element.tag === 0x18
  return (isTime ? new TextDecoder('latin1').decode(element.content) : readText(element)) ?? hexOf(element.content)
}
