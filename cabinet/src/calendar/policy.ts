// How the term of an application is counted. Legal bases: docs/domain.md; the 17:30 cut-off is the fund's setting.
import type { Localised } from '../web/language.ts'

export type DeadlinePolicy = {
  readonly unit: 'workingDay' | 'calendarDay'
  readonly n: number
  readonly firstDay: 'sameDay' | 'nextDay' // is the day of registration day 1?
  readonly cutoff: string | undefined // 'HH:mm' in Almaty; later arrivals are registered on the next working day
  readonly ifDayOff: 'keep' | 'nextWorkingDay'
  readonly basis: Localised
  readonly law: Localised | undefined // the act, where one was found; docs/domain.md says what is not confirmed
}

const WORKING_DAYS = {
  unit: 'workingDay',
  firstDay: 'sameDay',
  cutoff: '17:30',
  ifDayOff: 'keep',
  law: undefined,
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
  law: undefined,
}

/** The same term, set by an act. */
export function setBy(law: Localised, policy: DeadlinePolicy): DeadlinePolicy {
  return { ...policy, law }
}

/** Payments from pension savings as a state service. */
export const ORDER_84: Localised = {
  kk: 'Еңбек және халықты әлеуметтік қорғау министрінің 2021 жылғы 25 наурыздағы №\u00a084 бұйрығы',
  ru: 'приказ Министра труда и социальной защиты населения от 25 марта 2021 года №\u00a084',
  en: 'Order of the Minister of Labour and Social Protection No.\u00a084 of 25 March 2021',
}

/** Lump sums for housing. */
export const ORDER_24: Localised = {
  kk: 'біржолғы зейнетақы төлемдерін тұрғын үйге пайдалану қағидалары, 2021 жылғы 21 қаңтардағы №\u00a024 бұйрық',
  ru: 'правила использования единовременных пенсионных выплат на жильё, приказ от 21 января 2021 года №\u00a024',
  en: 'Rules on the use of lump-sum pension payments for housing, Order No.\u00a024 of 21 January 2021',
}

/** Transfers of pension assets to portfolio managers. */
export const RESOLUTION_28: Localised = {
  kk: 'Қаржы нарығын реттеу және дамыту агенттігі Басқармасының 2023 жылғы 26 мамырдағы №\u00a028 қаулысы',
  ru: 'постановление Правления Агентства по регулированию и развитию финансового рынка от 26 мая 2023 года №\u00a028',
  en: 'Resolution of the Board of the Agency for Regulation and Development of the Financial Market No.\u00a028 of 26 May 2023',
}
