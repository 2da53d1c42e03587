// The words of the statement: those of that application and that person (golden test 6 of the memo).
import { describe, expect, it } from 'vitest'
import { KIND_IDS, kindOf } from '../applications/kinds.ts'
import type { Iin } from '../citizens/iin.ts'
import { CONSENT_VERSION, type StatementFacts } from './statement.ts'
import { statementText } from './statement-text.ts'

const aStatement = (over: Partial<StatementFacts> = {}): StatementFacts => ({
  draft: 'd-1',
  person: {
    iin: '801332400126' as Iin,
    surname: 'Иванов',
    name: 'Иван',
    patronymic: 'Иванович',
    birthDate: '1980-01-02',
    sic: undefined,
  },
  application: { kind: 'bank-details', number: '1114647-ИБР', filedOn: '2026-06-16' },
  drawnUpOn: '2026-06-17',
  consentVersion: CONSENT_VERSION,
  ...over,
})
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

describe('the statement of withdrawal', () => {
  it('names the kind, the date and the number of that application', () => {
    expect(plain(statementText(aStatement(), 'kk').request)).toBe(
      'Банктік деректемелерді өзгерту туралы 2026 жылғы 16 маусымдағы № 1114647-ИБР өтініштің күшін жоюды сұраймын.',
    )
    expect(plain(statementText(aStatement(), 'ru').request)).toBe(
      'Прошу отозвать заявление об изменении банковских реквизитов от 16 июня 2026 года № 1114647-ИБР.',
    )
    expect(plain(statementText(aStatement(), 'en').request)).toBe(
      'I ask for the withdrawal of the application to change bank details, of 16 June 2026, No. 1114647-ИБР.',
    )
  })

  it('has words for every kind that can be withdrawn, and for no other', () => {
    for (const kind of KIND_IDS) {
      const facts = aStatement({ application: { kind, number: '190159', filedOn: '2026-06-16' } })
      if (kindOf(kind).withdrawal.possible) expect(statementText(facts, 'kk').request).toContain('190159')
      else expect(() => statementText(facts, 'kk')).toThrow(kind)
    }
  })

  it('states surname, name, patronymic, date of birth and IIN', () => {
    expect(statementText(aStatement(), 'kk').applicant).toEqual([
      { label: 'Тегі', value: 'Иванов' },
      { label: 'Аты', value: 'Иван' },
      { label: 'Әкесінің аты', value: 'Иванович' },
      { label: 'Туған күні', value: '02.01.1980' },
      { label: 'ЖСН', value: '801332400126' },
    ])
  })

  it('leaves out a patronymic that one has not, and adds the СИК when it is known', () => {
    const { person } = aStatement()
    const labels = statementText(
      aStatement({ person: { ...person, patronymic: undefined, sic: '12' } }),
      'ru',
    ).applicant
    expect(labels.map(({ label }) => label)).toEqual(['Фамилия', 'Имя', 'Дата рождения', 'ИИН', 'СИК'])
  })

  it('carries the date drawn up, the version of the consent and the draft', () => {
    const values = statementText(aStatement(), 'kk').colophon.map(({ value }) => value)
    expect(values).toEqual(['17.06.2026', CONSENT_VERSION, 'd-1'])
  })

  it('has no text for a consent that was never written', () => {
    expect(() => statementText(aStatement({ consentVersion: '1999-1' }), 'kk')).toThrow('1999-1')
  })
})
