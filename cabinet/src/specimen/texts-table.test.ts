// The table that reviewers read.
import { describe, expect, it } from 'vitest'
import { chosen, textsTable } from './texts-table.ts'

const words = { kk: 'өтініш', ru: 'заявление | строка', en: 'two\n  lines' }

describe('npm run messages', () => {
  it('prints the three languages side by side, as a table of Markdown or for a spreadsheet', () => {
    expect(textsTable([{ key: 'a', words }], 'markdown')).toBe(
      '| key | kk | ru | en |\n|---|---|---|---|\n| a | өтініш | заявление \\| строка | two lines |',
    )
    expect(textsTable([{ key: 'a', words }], 'tsv')).toBe('key\tkk\tru\ten\na\tөтініш\tзаявление | строка\ttwo lines')
  })

  it('has messages, the help, problems, kinds, statements and days off, parameters as ⟨1⟩', () => {
    const texts = new Map(chosen([]).map(({ key, words }) => [key, words.ru]))
    expect(texts.get('chrome.number')).toBe('№\u00a0⟨1⟩')
    expect(texts.get('problem.draft-expired')).toBeDefined()
    expect(texts.get('statement.bank-details.request')).toContain('Прошу отозвать заявление')
    for (const part of ['help.easy.', 'kind.ls-housing.', 'calendar.'])
      expect(
        [...texts.keys()].filter(key => key.startsWith(part)),
        part,
      ).not.toEqual([])
  })

  it('can be narrowed to a part', () => {
    expect(chosen(['chrome.problem']).every(({ key }) => key.startsWith('chrome.problem'))).toBe(true)
    expect(chosen(['no-such-part'])).toEqual([])
  })
})
