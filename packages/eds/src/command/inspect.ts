// `eds inspect`: the DER structure of a file, element by element, for whoever wants to see why it was refused.
import { hexOf } from '../bytes.ts'
import { DerError } from '../der/error.ts'
import { decodeOid } from '../der/oid.ts'
import { type Element, readDer } from '../der/read.ts'
import { OBJECT_IDENTIFIER } from '../der/tag.ts'
import { readText } from '../der/text.ts'
import { codeOf } from '../error.ts'
import { decodeEach } from '../pem.ts'
import { readArguments } from './arguments.ts'
import { readFile } from './files.ts'
import type { ExitCode } from './main.ts'
import { printable } from './printable.ts'
import { tagName } from './tag-name.ts'
import type { Terminal } from './terminal.ts'

/** One JSON object, or an indented list, a file; exit code 1 when one is not DER. Throws UsageError. */
export function inspectCommand(argv: readonly string[], terminal: Terminal): ExitCode {
  const { values, files } = readArguments(argv, { json: { type: 'boolean' } })
  let exitCode: ExitCode = 0
  for (const file of files) {
    try {
      for (const der of decodeEach(readFile(file, terminal))) {
        const root = readDer(der)
        terminal.out(values.json ? JSON.stringify(nested(root)) : indented(root, 0).join('\n'))
      }
    } catch (fault) {
      if (!(fault instanceof DerError)) throw fault
      terminal.err(`${file}: ${codeOf(fault)} (${fault.message})`)
      exitCode = 1
    }
  }
  return exitCode
}

type Node = { offset: number; length: number; type: string; value?: string; elements?: readonly Node[] }

function nested(element: Element): Node {
  const head = { offset: element.offset, length: element.content.length, type: tagName(element.tag) }
  const value = valueText(element)
  if (value !== undefined) return { ...head, value }
  return { ...head, elements: element.children.map(nested) }
}

function indented(element: Element, depth: number): readonly string[] {
  const value = valueText(element)
  const position = `${String(element.offset).padStart(7)} ${String(element.content.length).padStart(6)}`
  const line = `${position}  ${'  '.repeat(depth)}${tagName(element.tag)}${value ? ` ${shortened(value)}` : ''}`
  return [printable(line), ...element.children.flatMap(child => indented(child, depth + 1))]
}

function shortened(value: string): string {
  return value.length > 72 ? `${value.slice(0, 72)}…` : value
}

/** Undefined for a constructed element. */
function valueText(element: Element): string | undefined {
  if (element.tag & 0x20) return undefined
  if (element.tag === OBJECT_IDENTIFIER) return decodeOid(element.content)
  const isTime = element.tag === 0x17 || element.tag === 0x18
  return (isTime ? new TextDecoder('latin1').decode(element.content) : readText(element)) ?? hexOf(element.content)
}
