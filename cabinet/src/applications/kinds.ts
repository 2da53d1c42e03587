// The catalogue of kinds of application. To add a kind, add an entry here and nothing else.
import {
  CALENDAR_DAYS_30,
  type DeadlinePolicy,
  ORDER_24,
  ORDER_84,
  RESOLUTION_28,
  setBy,
  WORKING_DAYS_5,
  WORKING_DAYS_10,
} from '../calendar/policy.ts'
import type { Localised } from '../web/language.ts'

export type Family = 'payment' | 'bank-details' | 'insurance-transfer' | 'ipm-transfer' | 'vpc-refund'
export type SignMethod = 'eds' | 'qr'

/** When one may file again after a withdrawal: at once; or so too, but what was once executed stands for a year. */
export type FileAgain = 'at-once' | 'once-a-year'

export type Withdrawal =
  | {
      readonly possible: true
      readonly methods: readonly SignMethod[]
      readonly subject: Localised
      readonly again: FileAgain
      readonly form: string
    }
  | { readonly possible: false }

export type Kind = {
  readonly family: Family
  readonly name: Localised
  readonly deadline: DeadlinePolicy | undefined
  readonly withdrawal: Withdrawal
}

/** Where a new one is filed: the fund has no address for each form that would last. */
const FUND_SITE = 'https://enpf.kz/'

const NEVER: Withdrawal = { possible: false } // S-79: payments, insurance transfers and refunds are not withdrawn here

export const KINDS = {
  'pay-age': {
    family: 'payment',
    name: {
      kk: 'Зейнеткерлік жасқа толуға байланысты зейнетақы төлемдерін тағайындау туралы өтініш',
      ru: 'Заявление о назначении пенсионных выплат по достижении пенсионного возраста',
      en: 'Application for pension payments on reaching retirement age',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_10),
    withdrawal: NEVER,
  },
  'pay-age-55': {
    family: 'payment',
    name: {
      kk: '55 жасқа толуға байланысты МКЗЖ есебінен зейнетақы төлемдерін тағайындау туралы өтініш',
      ru: 'Заявление о назначении пенсионных выплат за счёт ОППВ по достижении 55 лет',
      en: 'Application for pension payments from occupational contributions from the age of 55',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_10),
    withdrawal: NEVER,
  },
  'pay-disability': {
    family: 'payment',
    name: {
      kk: 'Мүгедектікке байланысты зейнетақы төлемдерін тағайындау туралы өтініш',
      ru: 'Заявление о назначении пенсионных выплат по инвалидности',
      en: 'Application for pension payments on grounds of disability',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_10),
    withdrawal: NEVER,
  },
  'pay-abroad': {
    family: 'payment',
    name: {
      kk: 'Қазақстан Республикасынан тыс жерге тұрақты тұруға кетуге байланысты зейнетақы төлемдеріне өтініш',
      ru: 'Заявление на пенсионные выплаты в связи с выездом на ПМЖ за пределы РК',
      en: 'Application for pension payments on leaving Kazakhstan for permanent residence abroad',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_10),
    withdrawal: NEVER,
  },
  'pay-burial': {
    family: 'payment',
    name: {
      kk: 'Жерлеуге арналған біржолғы төлемге өтініш',
      ru: 'Заявление на единовременную выплату на погребение',
      en: 'Application for a lump-sum burial payment',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_5),
    withdrawal: NEVER,
  },
  'pay-heirs': {
    family: 'payment',
    name: {
      kk: 'Мұрагерлерге төленетін зейнетақы төлемдеріне өтініш',
      ru: 'Заявление на пенсионные выплаты наследникам',
      en: 'Application for pension payments to heirs',
    },
    deadline: setBy(ORDER_84, WORKING_DAYS_10),
    withdrawal: NEVER,
  },
  'pay-vpc': {
    family: 'payment',
    name: {
      kk: 'ЕЗЖ есебінен зейнетақы төлемдеріне өтініш',
      ru: 'Заявление на пенсионные выплаты за счёт ДПВ',
      en: 'Application for pension payments from voluntary contributions',
    },
    deadline: WORKING_DAYS_10,
    withdrawal: NEVER,
  },
  'pay-empc': {
    family: 'payment',
    name: {
      kk: 'ЖМЗЖ есебінен зейнетақы төлемдеріне өтініш',
      ru: 'Заявление на пенсионные выплаты за счёт ОПВР',
      en: 'Application for pension payments from employer’s contributions',
    },
    deadline: WORKING_DAYS_10,
    withdrawal: NEVER,
  },
  'ls-housing': {
    family: 'payment',
    name: {
      kk: 'Тұрғын үй жағдайларын жақсартуға арналған біржолғы зейнетақы төлемдеріне өтініш',
      ru: 'Заявление на единовременные пенсионные выплаты для улучшения жилищных условий',
      en: 'Application for lump-sum pension payments to improve housing conditions',
    },
    deadline: setBy(ORDER_24, WORKING_DAYS_5),
    withdrawal: NEVER,
  },
  'ls-treatment': {
    family: 'payment',
    name: {
      kk: 'Емделу ақысын төлеу үшін біржолғы зейнетақы төлеміне өтініш',
      ru: 'Заявление на единовременную пенсионную выплату для оплаты лечения',
      en: 'Application for a lump-sum pension payment to pay for treatment',
    },
    deadline: WORKING_DAYS_5,
    withdrawal: NEVER,
  },
  'ls-return': {
    family: 'payment',
    name: {
      kk: 'Біржолғы зейнетақы төлемін қайтару туралы өтініш',
      ru: 'Заявление о возврате единовременной пенсионной выплаты',
      en: 'Application to return a lump-sum pension payment',
    },
    deadline: undefined,
    withdrawal: NEVER,
  },
  'tr-insurance': {
    family: 'insurance-transfer',
    name: {
      kk: 'Сақтандыру ұйымына аудару туралы өтініш',
      ru: 'Заявление на перевод в страховую организацию',
      en: 'Application to transfer to an insurance organisation',
    },
    deadline: WORKING_DAYS_10,
    withdrawal: NEVER,
  },
  'tr-ipm-choose': {
    family: 'ipm-transfer',
    name: {
      kk: 'Зейнетақы жинақтарын ИПБ-ның сенімгерлік басқаруына аударуға өтініш',
      ru: 'Заявление на перевод пенсионных накоплений в доверительное управление УИП',
      en: 'Application to transfer pension savings to the trust management of an investment portfolio manager',
    },
    deadline: setBy(RESOLUTION_28, CALENDAR_DAYS_30),
    withdrawal: {
      possible: true,
      methods: ['eds', 'qr'],
      subject: {
        kk: 'инвестициялық портфельді басқарушыны таңдау (өзгерту) туралы',
        ru: 'о выборе (смене) управляющего инвестиционным портфелем',
        en: 'on choosing (changing) the investment portfolio manager',
      },
      again: 'once-a-year',
      form: FUND_SITE,
    },
  },
  'tr-ipm-return': {
    family: 'ipm-transfer',
    name: {
      kk: 'Зейнетақы жинақтарын ИПБ-дан ҚР Ұлттық Банкінің сенімгерлік басқаруына қайтаруға өтініш',
      ru: 'Заявление о возврате пенсионных накоплений из доверительного управления УИП в доверительное управление Национального Банка РК',
      en: 'Application to return pension savings to the trust management of the National Bank',
    },
    deadline: CALENDAR_DAYS_30,
    withdrawal: {
      possible: true,
      methods: ['eds', 'qr'],
      subject: {
        kk: 'зейнетақы жинақтарын инвестициялық портфельді басқарушыдан Қазақстан Республикасы Ұлттық Банкінің сенімгерлік басқаруына қайтару туралы',
        ru: 'о возврате пенсионных накоплений из доверительного управления управляющего инвестиционным портфелем в доверительное управление Национального Банка Республики Казахстан',
        en: 'on returning pension savings from the investment portfolio manager to the trust management of the National Bank of the Republic of Kazakhstan',
      },
      again: 'at-once',
      form: FUND_SITE,
    },
  },
  'bank-details': {
    family: 'bank-details',
    name: {
      kk: 'Банктік деректемелерді өзгерту туралы өтініш',
      ru: 'Заявление об изменении банковских реквизитов',
      en: 'Application to change bank details',
    },
    deadline: WORKING_DAYS_10,
    withdrawal: {
      possible: true,
      methods: ['eds', 'qr'],
      subject: {
        kk: 'банктік деректемелерді өзгерту туралы',
        ru: 'об изменении банковских реквизитов',
        en: 'to change bank details',
      },
      again: 'at-once',
      form: FUND_SITE,
    },
  },
  'vpc-refund': {
    family: 'vpc-refund',
    name: {
      kk: 'Қате есептелген ЕЗЖ қайтару туралы өтініш',
      ru: 'Заявление о возврате ошибочно зачисленных ДПВ',
      en: 'Application for a refund of erroneously credited voluntary contributions',
    },
    deadline: WORKING_DAYS_10,
    withdrawal: NEVER,
  },
} as const satisfies Record<string, Kind>

export type KindId = keyof typeof KINDS

/** Those that can be withdrawn: each has words of its own for it. */
export type WithdrawableId = {
  [K in KindId]: (typeof KINDS)[K]['withdrawal'] extends { readonly possible: true } ? K : never
}[KindId]

export function isWithdrawable(id: string): id is WithdrawableId {
  return kindOf(id).withdrawal.possible
}

export const KIND_IDS = Object.keys(KINDS) as KindId[]

/** How the code of a kind is written, also of one that only a newer catalogue has. */
export const KIND_CODE = /^[a-z][a-z0-9-]{0,39}$/

/** One kind with its whole description. A newer instance may have written one that this catalogue lacks. */
export function kindOf(id: string): Kind {
  return Object.hasOwn(KINDS, id) ? KINDS[id as KindId] : plainKind(id)
}

/** Shown by its code; nothing is promised and nothing is offered. The family is one whose words fit any organisation. */
function plainKind(code: string): Kind {
  return { family: 'vpc-refund', name: { kk: code, ru: code, en: code }, deadline: undefined, withdrawal: NEVER }
}
