// A fund's core that has long told us nothing: what people see of it on a running service. The rule itself is tried with the list.
import { describe, expect, it } from 'vitest'
import { bankDetails } from '../test-applications.ts'
import { AIGERIM } from '../test-authority.ts'
import { signedIn } from '../test-journeys.ts'
import { type TestService, testService } from '../test-service.ts'
import { readable } from '../web/test-frame.ts'

const PAGES = { list: '/kk/applications', details: '/kk/applications/a-1' }
const MESSAGE = bankDetails({ iin: AIGERIM.iin })

/** The notices of the list and of one application, to whoever signs in at that moment. */
async function noticesAt(service: TestService, moment: string) {
  service.clock.at = new Date(moment)
  const { browser } = await signedIn(service)
  const notice = async (path: string) => {
    const [html] = /<p class="notice">[^<]*соңғы дерек.*?<\/p>/s.exec((await browser.get(path)).json) ?? []
    return html && /^.*? келді\./.exec(readable(html).trim())?.[0]
  }
  return { list: await notice(PAGES.list), details: await notice(PAGES.details) }
}

describe('a core that was silent for as long as the fund has set', () => {
  it('is told of on the list and on the page of an application, with the moment of its last word, until its next', async () => {
    const service = await testService({ settings: { CORE_SILENCE_HOURS: 3 } })
    const tell = (message = MESSAGE, key?: string) => service.core('PUT', '/applications/a-1', message, key)
    const nothing = { list: undefined, details: undefined }
    expect((await tell()).status).toBe(201) // at noon
    expect(await noticesAt(service, '2026-06-16T14:59:59+05:00')).toEqual(nothing)

    const silence = {
      list: 'БЖЗҚ-дан соңғы дерек 16.06.2026 12:00:00 сәтінде келді.',
      details: 'БЖЗҚ жүйесінен соңғы дерек 16.06.2026 12:00:00 келді.',
    }
    expect(await noticesAt(service, '2026-06-16T15:00:00+05:00')).toEqual(silence)
    expect((await tell({ ...MESSAGE, number: '' })).status).toBe(400)
    expect((await tell(MESSAGE, 'not-a-key')).status).toBe(401)
    expect(await noticesAt(service, '2026-06-16T15:10:00+05:00')).toEqual(silence) // what was not taken is no word

    expect((await tell()).status).toBe(200) // nothing new, and a word all the same
    expect(await noticesAt(service, '2026-06-16T15:20:00+05:00')).toEqual(nothing)
  })
})
