// How the term of an application is counted. Legal bases: docs/domain.md; the 17:30 cut-off is the fund's setting.
import type { Localised } from '../web/language.ts'

export type DeadlinePolicy = {
  readonly unit: 'workingDay' | 'calendarDay'
  readonly n: number
  readonly firstDay: 'sameDay' | 'nextDay' // is the day of registration day 1?
  readonly cutoff: string | undefined // 'HH:mm' in Almaty; later arrivals are registered on the next working day
  readonly ifDayOff: 'keep' | 'nextWorkingDay'
  readonly basis: Localised
}

const WORKING_DAYS = {
  unit: 'workingDay',
  firstDay: 'sameDay',
  cutoff: '17:30',
  ifDayOff: 'keep',
} as const

export const WORKING_DAYS_5: DeadlinePolicy = {
  ...WORKING_DAYS,
  n: 5,
  basis: {
    kk: 'тіркелген күннен бастап 5 жұмыс күні',
    ru: '5 рабочих дней, считая день регистрации',
    en: '5 working days, counting the day of registration',
  },
}

export const WORKING_DAYS_10: DeadlinePolicy = {
  ...WORKING_DAYS,
  n: 10,
  basis: {
    kk: 'тіркелген күннен бастап 10 жұмыс күні',
    ru: '10 рабочих дней, считая день регистрации',
    en: '10 working days, counting the day of registration',
  },
}

export const CALENDAR_DAYS_30: DeadlinePolicy = {
  unit: 'calendarDay',
  n: 30,
  firstDay: 'nextDay',
  cutoff: undefined,
  ifDayOff: 'nextWorkingDay',
  basis: {
    kk: 'өтініш түскен күннен кейін күнтізбелік 30 күн',
    ru: '30 календарных дней после дня поступления',
    en: '30 calendar days after the day of receipt',
  },
}
