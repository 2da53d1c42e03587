import { expect, it } from 'vitest'
import { isCited } from './test-titles.ts'

const SOURCE = `
// it('stands in a comment', () => {})
const TEXT = 'stands in a text'
describe('a group', () => {
  it('is whole', async () => {})
  it('has \\'quotes\\'', () => {})
  for (const [kind, why] of [['pay-age', 'it is a payment'], [7, "it is no kind"]])
    it(\`of \${kind}: \${why}\`, () => {})
  it.each(['a', 'b'])(
    'tells %s',
    () => {},
  )
})
test('in a browser', async ({ page }) => {})
`

for (const [title, isThere, because] of [
  ['is whole', true, 'it is the title of a test'],
  ['a group', true, 'it is the title of a group'],
  ['in a browser', true, 'it is the title of a journey'],
  ["has 'quotes'", true, 'what is escaped there is not here'],
  [`of ${'$'}{kind}: ${'$'}{why}`, true, 'it is the title of a table as written'],
  ['of pay-age: it is a payment', true, 'it is one case of the table'],
  ['of 7: it is no kind', true, 'it is one case, with a number'],
  ['tells %s', true, 'it is the title of a table that is given before'],
  ['tells a', true, 'it is one case of it'],
  ['is', false, 'it is only the beginning of a title'],
  ['whole', false, 'it is only the end of one'],
  ['of pay-age', false, 'it is only the beginning of a case'],
  ['of pay-age: it is a refund', false, 'the table has no such case'],
  ['stands in a comment', false, 'a comment is no test'],
  ['stands in a text', false, 'another text is no title'],
] as const)
  it(`«${title}» ${isThere ? 'is' : 'is not'} a title: ${because}`, () => expect(isCited(SOURCE, title)).toBe(isThere))
