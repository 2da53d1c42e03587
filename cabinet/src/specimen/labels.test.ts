// No label is longer than the place it stands in, measured by the widths of the letters on a phone of 360 px.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { documentOf } from '../web/page.tsx'
import { ttfTables, widthsOf } from '../web/test-font.ts'
import { aFrame } from '../web/test-frame.ts'
import { framesOf, STATES } from './routes.tsx'

const em = (weight: 400 | 600) => widthsOf(ttfTables(join('cabinet/assets/fonts', `otinish-sans-${weight}.ttf`)))
const [regular, bold] = [em(400), em(600)]

// As the stylesheet has it on a phone: text.css, frame.css, buttons.css.
const REM = 17
const SMALL = 0.875 * REM
const LINE = 360 - 2 * REM
const INSIDE_BUTTON = LINE - 2 * REM - 4
const SIGN = 1.75 * REM
const BADGE = 2 * REM
const GAPS = 2 * 0.75 * REM
const SHORT_NAME = 5 * REM // a longer one takes more lines

const states = LANGUAGES.flatMap(language => {
  const frames = framesOf(aFrame(language))
  return Object.values(STATES).map(page => ({ language, html: documentOf(page(frames)) }))
})

/** What can be read of the elements that a pattern finds, by language. */
function labels(element: RegExp): { language: Language; label: string }[] {
  const found = states.flatMap(({ language, html }) =>
    [...html.matchAll(element)].map(([, inner = '']) => `${language} ${readable(inner)}`),
  )
  return [...new Set(found)].map(label => ({ language: label.slice(0, 2) as Language, label: label.slice(3) }))
}

function readable(html: string): string {
  return html
    .replace(/<span class="unseen">.*?<\/span>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[#\w]+;/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('on a phone', () => {
  it('the words of each button stand on one line', () => {
    const buttons = labels(/<(?:button|a)[^>]*class="(?:primary|secondary)"[^>]*>(.*?)<\/(?:button|a)>/gs)
    expect(buttons.length).toBeGreaterThan(100)
    expect(buttons.filter(({ label }) => bold(label) * REM > INSIDE_BUTTON)).toEqual([])
  })

  it('no word of a heading is longer than a line', () => {
    const words = labels(/<h[12][^>]*>(.*?)<\/h[12]>/gs).flatMap(({ label }) => label.split(/[\s/-]+/))
    expect(words.length).toBeGreaterThan(100)
    expect(words.filter(word => bold(word) * 1.5 * REM > LINE)).toEqual([])
  })

  for (const language of LANGUAGES) {
    const t = messagesFor(language)

    it(`in ${language} each status stands on one line, its sign beside it`, () => {
      for (const label of Object.values(t.applications.status))
        expect(bold(label) * REM, label).toBeLessThan(LINE - SIGN)
    })

    it(`in ${language} messages, their number and the way out stand on one line with a name`, () => {
      const width = regular(t.chrome.messages) * SMALL + BADGE + regular(t.chrome.signOut) * SMALL
      expect(width + GAPS + SHORT_NAME).toBeLessThan(LINE)
    })

    it(`in ${language} no word of a column's head is wider than the narrowest column but №`, () => {
      const words = Object.values(t.applications.column).flatMap(head => head.split(/[\s-]+/))
      for (const word of words) expect(bold(word) * 0.875 * 18, word).toBeLessThan(6 * 18)
    })
  }
})
