// Where one may be sent after signing in: only to pages of ours.
import { expect, it } from 'vitest'
import { ownPath } from './signed-in.ts'

for (const path of ['/kk/services', '/ru/applications?status=accepted&q=%D0%98', '/en/applications/a-1.b_2'])
  it(`${path} is a page of ours`, () => expect(ownPath(path)).toBe(path))

for (const [path, because] of [
  ['https://example.com/kk/', 'it names another site'],
  ['//example.com', 'browsers read it as another site'],
  ['/kk//example.com', 'it hides an empty segment'],
  ['/\\example.com', 'browsers turn the backslash round'],
  ['/kk/\\\\example.com', 'the same, further on'],
  ['/api/v1/sign-out', 'it is no page'],
  ['/kkk/services', 'it is in no language'],
  ['/kk/a\r\nSet-Cookie: x', 'it would split the header'],
  ['javascript:alert(1)', 'it is no path'],
  ['', 'it is empty'],
] as const)
  it(`${JSON.stringify(path)} is not: ${because}`, () => expect(ownPath(path)).toBeUndefined())
