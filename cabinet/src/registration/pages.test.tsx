// Every page of registering, recovering and changing, in three languages: whole words, labelled fields, light to send.
import { gzipSync } from 'node:zlib'
import type { Child } from 'hono/jsx'
import { describe, expect, it } from 'vitest'
import { aPerson } from '../applications/test-applications.ts'
import { parseIin } from '../citizens/iin.ts'
import { CodePage } from '../contacts/code-page.tsx'
import { ChangePage as ContactPage, ContactsPage as ProfileContactsPage } from '../contacts/page.tsx'
import { ChangedPage, ContactsFirstPage, ChangePage as PasswordChangePage } from '../recovery/change-page.tsx'
import { StartPage as RecoveryStartPage } from '../recovery/start-page.tsx'
import {
  PasswordPage as NewPage,
  DonePage as RecoveredPage,
  CodesPage as RecoveryCodesPage,
} from '../recovery/step-page.tsx'
import { LANGUAGES } from '../web/language.ts'
import { documentOf, type Frame } from '../web/page.tsx'
import { aFrame, readable } from '../web/test-frame.ts'
import { CodesPage } from './codes-page.tsx'
import { ContactsPage } from './contacts-page.tsx'
import { DonePage } from './done-page.tsx'
import { PasswordPage } from './password-page.tsx'
import { KnownPage, PersonPage, SilentPage } from './person-page.tsx'
import { StartPage } from './start-page.tsx'

const ncalayerUrl = 'wss://127.0.0.1:13579/'
const again = new Date('2026-06-16T12:01:00+05:00')
const iin = parseIin('851315400107') ?? aPerson().iin
const mail = { address: 'a@example.kz', code: 'c', verified: true }
const phone = { address: '+77011234567', code: 'c', verified: false }
const registration = { iin, way: 'eds', expiresAt: again, confirmed: true, mail, phone, done: false } as const
const proof = { code: 'c', verified: false }
const recovery = { iin, way: 'codes', madeAt: again, expiresAt: again, mail: proof, sms: proof, done: false } as const
const account = {
  iin,
  language: 'kk',
  contacts: { mail: 'a@example.kz', phone: undefined },
  hasPassword: true,
} as const

const PAGES: Readonly<Record<string, (frame: Frame) => Child>> = {
  start: frame => <StartPage {...{ frame, ncalayerUrl }} refused="challenge-expired" />,
  person: frame => <PersonPage frame={frame} person={aPerson()} />,
  silent: frame => <SilentPage frame={frame} />,
  known: frame => <KnownPage frame={frame} />,
  contacts: frame => (
    <ContactsPage
      frame={frame}
      mail="x"
      phone="y"
      faults={{ mail: { code: 'mail-malformed' }, phone: { code: 'phone-malformed' } }}
    />
  ),
  codes: frame => (
    <CodesPage {...{ frame, registration }} sent="sms" faults={{ sms: { code: 'code-wrong', left: 3 } }} />
  ),
  'codes too soon': frame => (
    <CodesPage {...{ frame, registration }} faults={{ sms: { code: 'code-too-soon', again } }} />
  ),
  password: frame => <PasswordPage {...{ frame, iin }} faults={{ password: { code: 'password-common' } }} />,
  done: frame => <DonePage frame={frame} />,
  forgotten: frame => (
    <RecoveryStartPage
      {...{ frame, ncalayerUrl }}
      refused="not-registered"
      faults={{ iin: { code: 'too-many-requests', again } }}
    />
  ),
  'forgotten: codes': frame => <RecoveryCodesPage {...{ frame, recovery }} sent="mail" />,
  'forgotten: password': frame => <NewPage {...{ frame, iin }} />,
  'forgotten: done': frame => <RecoveredPage frame={frame} />,
  'profile: contacts': frame => <ProfileContactsPage {...{ frame, account }} changed="sms" />,
  'profile: phone': frame => (
    <ContactPage frame={frame} channel="sms" asksPassword faults={{ current: { code: 'too-many-tries', again } }} />
  ),
  'profile: code': frame => <CodePage frame={frame} channel="mail" address="b@example.kz" sent />,
  'profile: password': frame => <PasswordChangePage {...{ frame, iin }} hasPassword asksCurrent />,
  'profile: no contacts': frame => <ContactsFirstPage frame={frame} />,
  'profile: changed': frame => <ChangedPage frame={frame} />,
}

for (const language of LANGUAGES)
  describe(`in ${language}`, () => {
    it.each(Object.keys(PAGES))('the page «%s» says whole sentences and is light', name => {
      const html = documentOf(PAGES[name]?.(aFrame(language)))
      expect(readable(html)).not.toMatch(/undefined|\[object|NaN|\bnull\b|false/)
      expect(gzipSync(html).length).toBeLessThan(14_000)
    })

    it.each(Object.keys(PAGES))('each field of the page «%s» has its label, and names only what is there', name => {
      const html = documentOf(PAGES[name]?.(aFrame(language)))
      const ids = new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
      const fields = [...html.matchAll(/<input type="(?!hidden)[a-z]+" id="([^"]+)"/g)].map(([, id]) => id)
      for (const id of fields) expect(html).toContain(`for="${id}"`)
      const named = [...html.matchAll(/(?:aria-describedby|aria-controls)="([^"]+)"/g)].flatMap(([, text]) =>
        text?.split(' '),
      )
      expect(named.filter(id => !ids.has(id))).toEqual([])
      expect(ids.size).toBe([...html.matchAll(/ id="/g)].length)
    })
  })
