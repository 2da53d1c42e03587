import { describe, expect, it } from 'vitest'
import { aLumpSum, anApplication, inEveryState } from '../applications/test-applications.ts'
import { initialsOf, saysTheSame, stillHolds } from './decide.ts'
import { receiptFacts, recordedFacts, standingFacts } from './facts-of.ts'
import { aCertificate, aReceipt } from './test-papers.ts'

const inState = (is: string) => inEveryState.find(({ status }) => status.is === is) ?? anApplication()
const certifying = (is: string) => aCertificate({ standing: standingFacts(inState(is)) })

describe('a certificate', () => {
  it('is the same while nothing it says has changed, on one day of Almaty', () => {
    const issued = aCertificate()
    expect(saysTheSame(issued, aCertificate({ asOf: '2026-06-17T18:59:59.999Z' }))).toBe(true)
    expect(saysTheSame(issued, aCertificate({ asOf: '2026-06-17T19:00:00.000Z' }))).toBe(false)
    expect(saysTheSame(issued, certifying('executed'))).toBe(false)
    expect(saysTheSame(issued, aCertificate({ deadline: '2026-06-30' }))).toBe(false)
    expect(saysTheSame(issued, aCertificate({ language: 'ru' }))).toBe(false)
    expect(saysTheSame(issued, aCertificate({ applicant: aReceipt({ surname: 'Басқа' }).applicant }))).toBe(false)
  })

  it('stands until the status that a person is shown changes', () => {
    const outcome = inEveryState.map(now => [now.status.is, stillHolds(certifying('accepted'), now)])
    expect(Object.fromEntries(outcome)).toEqual({
      accepted: true,
      executing: true,
      withdrawing: true,
      executed: false,
      refused: false,
      withdrawn: false,
      unclear: false,
    })
    for (const application of inEveryState)
      expect(stillHolds(certifying(application.status.is), application), application.status.is).toBe(true)
  })
})

it('a receipt stands whatever becomes of the application, until what it says was corrected', () => {
  const receipt = aReceipt()
  for (const application of inEveryState) expect(stillHolds(receipt, application), application.status.is).toBe(true)
  expect(stillHolds(receipt, anApplication({ number: '1' }))).toBe(false)
  expect(stillHolds(receipt, anApplication({ receivedAt: new Date('2026-06-16T10:52:28+05:00') }))).toBe(false)
})

it('an application as recorded stands until one of its fields is corrected', () => {
  const recorded = recordedFacts(aLumpSum(), {
    ...aReceipt().applicant,
    patronymic: undefined,
    iin: anApplication().owner,
  })
  expect(stillHolds(recorded, aLumpSum())).toBe(true)
  expect(stillHolds(recorded, aLumpSum({ operatorRelease: 'yes' }))).toBe(false)
  expect(stillHolds(recorded, aLumpSum({ amount: { value: '5500000.01', currency: 'KZT' } }))).toBe(false)
})

it('what an older paper did not know of is not asked of it', () => {
  const { application, ...rest } = aReceipt()
  const { receivedAt: _, ...older } = application
  expect(stillHolds({ ...rest, application: older as typeof application }, anApplication())).toBe(true)
})

it('a paper shows the last four digits of the IIN and no other', () => {
  expect(
    receiptFacts(anApplication(), { ...aReceipt().applicant, patronymic: undefined, iin: anApplication().owner })
      .applicant.iin,
  ).toBe('••••••••0126')
})

it.each([
  [{ surname: 'ҮЛГІБАЕВА', name: 'АЙГЕРІМ', patronymic: 'ҮЛГІБАЙҚЫЗЫ' }, 'Ү. А. Ү.'],
  [{ surname: 'ұлы', name: 'і', patronymic: null }, 'Ұ. І.'],
  [{ surname: '«О’Коннор»', name: '  Ян', patronymic: '' }, 'О. Я.'],
  [{ surname: '<b>', name: '\u202eабв', patronymic: '123' }, 'B. А.'],
  [{ surname: '', name: '…', patronymic: null }, ''],
])('of %j a stranger sees %s', (name, shown) => {
  expect(initialsOf({ ...name, iin: '' }).replaceAll('\u00a0', ' ')).toBe(shown)
})
