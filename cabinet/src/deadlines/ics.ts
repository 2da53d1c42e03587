// A deadline as a file for a person's own calendar: iCalendar, RFC 5545. An event of a whole day, with a reminder.
import { plusDays } from '../calendar/almaty.ts'

export type DeadlineEvent = {
  readonly uid: string
  readonly date: string
  readonly sequence: number // rises when the date moves: the calendar takes over the newer one
  readonly stamp: Date
  readonly title: string
  readonly text: string
  readonly url: string
  readonly reminder: { readonly on: string; readonly text: string }
}

export function icsOf(event: DeadlineEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Otinish//Deadlines//KK',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${stampOf(event.stamp)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART;VALUE=DATE:${dateOf(event.date)}`,
    `DTEND;VALUE=DATE:${dateOf(plusDays(event.date, 1))}`, // §3.6.1: the end is not part of the event
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    `URL:${event.url}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT', // it takes up no time
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(event.reminder.text)}`,
    `TRIGGER:${triggerOf(event.reminder.on, event.date)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map(line => `${folded(line)}\r\n`).join('')
}

/** §3.3.11 */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

const MOST_OCTETS = 75 // §3.1, without the line break

/** §3.1: a long line goes on after a break and a space. A letter is never split between its octets. */
function folded(line: string): string {
  let text = ''
  let octets = 0
  for (const letter of line) {
    const length = Buffer.byteLength(letter)
    if (octets + length > MOST_OCTETS) {
      text += '\r\n '
      octets = 1
    }
    text += letter
    octets += length
  }
  return text
}

function dateOf(iso: string): string {
  return iso.replaceAll('-', '')
}

function stampOf(at: Date): string {
  return `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

const DAY = 86_400_000

/** Nine in the morning of a day before, told from the midnight with which the event begins (§3.8.6.3). */
function triggerOf(on: string, date: string): string {
  const days = Math.round((Date.parse(date) - Date.parse(on)) / DAY)
  return days > 1 ? `-P${days - 1}DT15H` : '-PT15H'
}
