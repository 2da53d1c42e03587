import { describe, expect, it } from 'vitest'
import { writeCursor } from './cursor.ts'
import { readOrigin } from './origin.ts'

const MESSAGE = 'messages/5f2b1c1e-0000-4000-8000-000000000001'
const CURSOR = writeCursor({ day: '2026-06-16', at: new Date('2026-06-16T05:52:27Z'), id: 'a-1', position: 0 })

describe('where «Жабу» leads', () => {
  for (const [from, path, because] of [
    [undefined, '/applications', 'nothing was said'],
    ['?status=accepted', '/applications?status=accepted', 'the list was narrowed'],
    [`?kind=bank-details&cursor=${CURSOR}`, `/applications?kind=bank-details&cursor=${CURSOR}`, 'it was a later page'],
    ['?q=1114647-ИБР&sort=oldest', '/applications?q=1114647-%D0%98%D0%91%D0%A0&sort=oldest', 'something was sought'],
    ['#n98', '/applications#n98', 'it was a row of the whole list'],
    ['?status=accepted#n98', '/applications?status=accepted#n98', 'it was a row of a list that was narrowed'],
    ['?status=accepted#"><script>', '/applications?status=accepted', 'what follows is no row'],
    ['#n98#n99\u202e', '/applications#n98', 'there is but one row'],
    ['messages', '/messages', 'it was the list of messages'],
    [MESSAGE, `/${MESSAGE}`, 'it was a message'],
  ] as const)
    it(`is ${path} for ${from}: ${because}`, () => expect(readOrigin(from)).toBe(path))

  for (const [from, because] of [
    ['https://evil.example/', 'another site'],
    ['//evil.example/', 'another site without a scheme'],
    ['/kk/sign-out', 'a path of ours, but none that one comes from'],
    ['javascript:alert(1)', 'a script'],
    ['?status=no-such&kind=__proto__&cursor=..%2F..', 'values that the list does not know'],
    ['?return=//evil.example', 'a parameter that the list does not have'],
    ['messages/../../sign-out', 'a way up'],
    ['#n98"><script>', 'markup in the place'],
    ['https://evil.example/#n98', 'another site with a place'],
    [`${MESSAGE}?x=1`, 'more than a message'],
    [`?q=${'a'.repeat(2_000)}`, 'longer than any list has'],
    ['\u0000', 'a control character'],
    ['', 'nothing'],
  ] as const)
    it(`is the whole list for ${JSON.stringify(from.slice(0, 40))}: ${because}`, () =>
      expect(readOrigin(from)).toBe('/applications'))
})
