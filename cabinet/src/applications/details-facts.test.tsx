// The fields of an application, as its kind has them (S-55 … S-69).
import { expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../web/language.ts'
import { messagesFor } from '../web/messages/for.ts'
import { aFrame, readable } from '../web/test-frame.ts'
import { type Application, PURPOSES } from './application.ts'
import { factsOf } from './details-facts.tsx'
import { KIND_IDS, type KindId } from './kinds.ts'
import { aLumpSum, anApplication, detailsOf } from './test-applications.ts'

const facts = (language: Language, application: Application) =>
  factsOf(aFrame(language), detailsOf(application))
    .filter(({ value }) => value !== undefined)
    .map(({ name, value }) => [name, readable(`${value}`).trim()])

it('S-62: a change of bank details has its moment of receipt to the second, and neither counterparty nor amount', () => {
  for (const language of LANGUAGES) {
    const { fact, counterparty } = messagesFor(language).details
    const names = (application: Application) => facts(language, application).map(([name]) => name)
    expect(names(anApplication())).toEqual([fact.number, fact.filedOn, fact.receivedAt, fact.contract])
    expect(names(aLumpSum())).toEqual(expect.arrayContaining([counterparty['lump-sum'], fact.amount]))
  }
  expect(facts('kk', anApplication())).toContainEqual(['БЖЗҚ-ға келіп түскен күні', '16.06.2026 10:52:27'])
})

it('S-69: a transfer to a manager has its moment, the manager by name and the amount: «BCC Invest», 500,00 ₸', () => {
  const transfer = anApplication({
    ...{ kind: 'tr-ipm-choose', number: '190159', receivedAt: new Date('2026-06-16T11:30:06+05:00') },
    ...{ counterparty: { kk: '«BCC Invest» АҚ', ru: 'АО «BCC Invest»', en: 'BCC Invest JSC' } },
    ...{ amount: { value: '500.00', currency: 'KZT' } },
  })
  expect(facts('kk', transfer)).toEqual([
    ['Өтініш №', '190159'],
    ['Өтініш берілген күн', '16.06.2026'],
    ['БЖЗҚ-ға келіп түскен күні', '16.06.2026 11:30:06'],
    ['Инвестициялық портфельді басқарушы (ИПБ)', '«BCC Invest» АҚ'],
    ['Сомасы', '500,00 ₸'],
    ['Шарт түрі', 'міндетті зейнетақы жарналары (МЗЖ)'],
  ])
})

it('O-21: every contract that the application concerns is named', () => {
  expect(facts('kk', anApplication({ contractTypes: ['mandatory', 'voluntary'] }))).toContainEqual([
    'Шарт түрі',
    'міндетті зейнетақы жарналары (МЗЖ), ерікті зейнетақы жарналары (ЕЗЖ)',
  ])
})

it('S-55: a purpose and the operator’s release are of lump sums alone, whatever the core sends of others', () => {
  const { fact } = messagesFor('kk').details
  const shows = (kind: string) => {
    const names = facts('kk', aLumpSum({ kind: kind as KindId })).map(([name]) => name)
    return [fact.purpose, fact.operatorRelease].filter(name => names.includes(name))
  }
  for (const kind of [...KIND_IDS, 'ls-car'])
    expect(shows(kind), kind).toEqual(
      ['ls-housing', 'ls-treatment'].includes(kind) ? [fact.purpose, fact.operatorRelease] : [],
    )
})

it('S-56: each code of a purpose has a name in each language, and no two have the same', () => {
  for (const language of LANGUAGES) {
    const { fact } = messagesFor(language).details
    const names = PURPOSES.map(
      purpose => facts(language, aLumpSum({ purpose })).find(([name]) => name === fact.purpose)?.[1],
    )
    for (const [i, name] of names.entries()) expect(name, PURPOSES[i]).toMatch(/^\p{Lu}[\p{L} ]{5,}$/u)
    expect(new Set(names).size, language).toBe(PURPOSES.length)
  }
})
