// The timeline as a reader meets it: what has happened, when, and who acted; and how the end of it is told above.
import { describe, expect, it } from 'vitest'
import { StatusChip } from '../web/components/status.tsx'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import type { Application } from './application.ts'
import { Standing } from './details-standing.tsx'
import { aLumpSum, anApplication, detailsOf } from './test-applications.ts'
import { Timeline } from './timeline-view.tsx'
import type { Actor, TimelineItem } from './view.ts'

const by = (kind: Actor['kind'], name?: Actor['name']): Actor => ({ kind, name })
const OPERATOR = { kk: '«Отбасы банк» АҚ', ru: 'АО «Отбасы банк»', en: 'Otbasy Bank JSC' }
const RECEIVED: TimelineItem = {
  ...{ at: new Date('2025-11-19T17:54:03+05:00'), dateOnly: false },
  ...{ event: 'received', actor: by('person') },
}
const EXECUTED: TimelineItem = {
  ...{ at: new Date('2025-11-21T00:00:00+05:00'), dateOnly: true },
  ...{ event: 'executed', actor: by('fund') },
}
const lumpSum = aLumpSum({ operatorRelease: 'yes' })
const text = (language: Language, application: Application, timeline: readonly TimelineItem[]) =>
  readable(`${<Timeline frame={aFrame(language)} details={detailsOf(application, { timeline })} />}`)

describe('a step that is behind', () => {
  it('has its moment to the second or its day, and who acted', () => {
    const counted: TimelineItem = {
      ...{ at: new Date('2025-11-20T09:00:01+05:00'), dateOnly: false },
      ...{ event: 'deadline-moved', actor: by('system') },
    }
    expect(text('kk', lumpSum, [RECEIVED, counted, EXECUTED])).toContain(
      [
        '1-қадам, барлығы 3, өтті: 19.11.2025 17:54:03 Өтініш БЖЗҚ-ға келіп түсті Әрекет еткен: сіз',
        '2-қадам, барлығы 3, өтті: 20.11.2025 09:00:01 Жаңа күнтізбе бойынша мерзім бұрынғыдан ерте болды Әрекет еткен: осы қызмет',
        '3-қадам, барлығы 3, өтті: 21.11.2025 Өтініш орындалды Әрекет еткен: БЖЗҚ',
      ].join(' '),
    )
    expect(text('en', lumpSum, [EXECUTED])).toContain('21 Nov 2025 The application was executed By: UAPF')
  })

  it('names who exactly acted, where that is known', () => {
    expect(text('ru', lumpSum, [{ ...EXECUTED, actor: by('operator', OPERATOR) }])).toContain('Кто: АО «Отбасы банк»')
  })

  it('has its words in every language, whatever happened and whoever did it', () => {
    for (const language of LANGUAGES) {
      const { event, doer, by: actor } = messagesFor(language).road
      for (const name of Object.keys(event) as TimelineItem['event'][])
        for (const kind of ['person', 'fund', 'operator', 'system'] as const)
          expect(text(language, anApplication(), [{ ...RECEIVED, event: name, actor: by(kind) }])).toContain(
            `${event[name]} ${actor(doer[kind])}`,
          )
    }
  })
})

describe('the end of an application', () => {
  it('S-60: is a tick, «Орындалды» and its day, 21.11.2025', () => {
    const standing = (
      <Standing frame={aFrame('kk')} details={detailsOf(lumpSum)} contactHours={undefined}>
        {''}
      </Standing>
    )
    const chip = `${<StatusChip status="executed" label="Орындалды" />}`
    expect(`${standing}`).toContain(`<p class="big">${chip}<time datetime="2025-11-21">21.11.2025</time></p>`)
    expect(chip).toContain('2.8 2.8L14.2 7"') // the tick in its circle
  })
})
