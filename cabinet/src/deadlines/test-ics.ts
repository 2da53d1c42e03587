// For tests: a small strict reader of iCalendar (RFC 5545). It knows the components that we write, and throws at anything odd.

export type IcsLine = { readonly name: string; readonly parameters: string; readonly value: string }
export type Component = {
  readonly name: string
  readonly lines: readonly IcsLine[]
  readonly inside: readonly Component[]
}

const ONCE = [
  'UID',
  'DTSTAMP',
  'SEQUENCE',
  'DTSTART',
  'DTEND',
  'SUMMARY',
  'DESCRIPTION',
  'URL',
  'TRIGGER',
  'ACTION',
  'CLASS',
]

export function readIcs(text: string): Component {
  if (!text.endsWith('\r\n')) throw new Error('§3.1: each line ends with CRLF')
  const raw = text.slice(0, -2).split('\r\n')
  for (const line of raw) {
    if (/[\r\n]/.test(line)) throw new Error(`§3.1: a lone line break in ${line}`)
    if (Buffer.byteLength(line) > 75) throw new Error(`§3.1: more than 75 octets: ${line}`)
    if (/\p{Cc}|\ufffd/u.test(line)) throw new Error(`§3.1: a control or broken letter: ${line}`)
  }
  const lines = raw.join('\r\n').replace(/\r\n /g, '').split('\r\n').map(readLine)
  const [component, rest] = readComponent(lines)
  if (rest.length > 0) throw new Error('§3.4: something follows the calendar')
  return component
}

function readLine(line: string): IcsLine {
  const [, name = '', parameters = '', value = ''] = /^([A-Z-]+)((?:;[A-Z-]+=[^;:,"]+)*):(.*)$/s.exec(line) ?? []
  if (!name) throw new Error(`§3.1: not a content line: ${line}`)
  return { name, parameters, value }
}

function readComponent(lines: readonly IcsLine[]): [Component, readonly IcsLine[]] {
  const [begin, ...rest] = lines
  if (begin?.name !== 'BEGIN') throw new Error('§3.4: BEGIN expected')
  const own: IcsLine[] = []
  const inside: Component[] = []
  let left: readonly IcsLine[] = rest
  for (;;) {
    const [line, ...others] = left
    if (!line) throw new Error(`§3.4: ${begin.value} does not end`)
    if (line.name === 'BEGIN') {
      const [component, after] = readComponent(left)
      inside.push(component)
      left = after
      continue
    }
    if (line.name === 'END') {
      if (line.value !== begin.value) throw new Error(`§3.4: ${line.value} ends ${begin.value}`)
      return [{ name: begin.value, lines: own, inside }, others]
    }
    if (ONCE.includes(line.name) && own.some(other => other.name === line.name)) throw new Error(`twice: ${line.name}`)
    own.push(line)
    left = others
  }
}

export function fieldOf(component: Component, name: string): string {
  const line = component.lines.find(one => one.name === name)
  if (!line) throw new Error(`${component.name} has no ${name}`)
  return line.value
}

/** §3.3.11: what is escaped is read back; anything else with a backslash, and what should have been escaped, is a fault. */
export function textOf(component: Component, name: string): string {
  const value = fieldOf(component, name)
  if (/\\(?![\\;,nN])/.test(value.replace(/\\\\/g, ''))) throw new Error(`§3.3.11: ${value}`)
  if (/(?<!\\)[;,]/.test(value.replace(/\\\\/g, ''))) throw new Error(`§3.3.11: not escaped: ${value}`)
  return value.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))
}
