// Kinds of application as anybody may read of them: what each is for, who may file it where that is known, and its term.
import type { Messages } from '../kk.ts'

export const kinds: Messages['kinds'] = {
  title: 'Types of application',
  description: 'Which applications are filed with UAPF, how long they take, and whether they can be withdrawn.',
  family: {
    payment: 'Payments',
    'bank-details': 'Bank details',
    'ipm-transfer': 'Transfer to an investment portfolio manager',
    'insurance-transfer': 'Transfer to an insurance organisation',
    'vpc-refund': 'Refund of voluntary contributions',
  },
  fact: { who: 'Who may file it', where: 'Where to file it', term: 'Term', withdrawal: 'Can it be withdrawn' },
  where: 'On the UAPF site enpf.kz or at a branch. If you have questions, call 1418.',
  noTerm: 'No term is set',
  counted: {
    registered: cutoff =>
      `The day of registration is day one. What arrives after ${cutoff} or on a day off is registered on the next working day.`,
    workingDays: 'Weekends and holidays are not counted.',
    calendarDays: 'Counted from the day after receipt, weekends included.',
    moved: 'If the last day is a day off, the term ends on the next working day.',
  },
  withdrawal: {
    possible: 'Yes, until UAPF has executed it. No reason is asked.',
    by: ways => `The statement of withdrawal is signed in the cabinet: ${ways}.`,
    way: { eds: 'with an EDS', qr: 'with eGov Mobile' },
    never: 'No, not by this service. If yours has a mistake, call 1418.',
  },
  usual: 'How long it really takes',
  mine: 'See my applications of this type',
  all: 'All types of application',
  what: {
    'pay-age': 'To be paid from pension savings on reaching retirement age.',
    'pay-age-55': 'To be paid from the age of 55 from contributions for harmful work (COPC).',
    'pay-disability': 'To be paid from pension savings when a disability is set without term.',
    'pay-abroad': 'To receive pension savings on leaving Kazakhstan for permanent residence abroad.',
    'pay-burial': 'To receive a lump sum for a burial from the savings of the deceased.',
    'pay-heirs': 'To receive the pension savings of the deceased as an heir.',
    'pay-vpc': 'To be paid from savings made of voluntary pension contributions (VPC).',
    'pay-empc': 'To be paid from the employer’s mandatory pension contributions (EMPC).',
    'ls-housing': 'To spend a part of the pension savings on better housing.',
    'ls-treatment': 'To spend a part of the pension savings on medical treatment.',
    'ls-return': 'To return a lump-sum pension payment that was not used to UAPF.',
    'tr-insurance': 'To transfer savings to an insurance organisation by a contract of a pension annuity.',
    'tr-ipm-choose': 'To choose or change the investment portfolio manager (IPM).',
    'tr-ipm-return': 'To return savings from the IPM to the trust management of the National Bank.',
    'bank-details': 'To change the bank details by which payments are sent.',
    'vpc-refund': 'To get back voluntary pension contributions (VPC) that were credited by mistake.',
  },
  who: {
    'pay-age': 'Those of retirement age: men from 63, women from 61 until 2028.',
    'pay-age-55': 'Those who are 55 and for whom COPC were paid for at least 84 months.',
    'pay-disability': 'Those whose disability of the first or second group is set without term.',
    'pay-abroad': 'Those who have left Kazakhstan for permanent residence abroad.',
    'pay-heirs': 'Heirs confirmed by a notary.',
    'ls-return': 'Those who received a lump sum and did not use it.',
    'tr-ipm-choose':
      'Contributors: up to 50 % of savings from CPC and COPC, up to 100 % of savings from VPC. To choose again is possible after a year at the earliest.',
    'tr-ipm-return': 'Those whose savings are in the trust management of an IPM.',
    'bank-details': 'Recipients of payments. A change of details must be told to UAPF within 10 calendar days.',
  },
}
