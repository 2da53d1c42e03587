import type { Messages } from '../kk.ts'

export const deadline: Messages['deadline'] = {
  label: { payment: 'Payment due by', transfer: 'Transfer due by', other: 'To be completed by' },
  left: days => `${days} left`,
  lastDay: 'Today is the last day',
  overdue: days => `Overdue by ${days}.`,
  over: 'The deadline has passed.',
  early: days => `Done ${days} before the deadline`,
  onTime: 'Done on the last day',
  late: days => `Done ${days} after the deadline`,
  afterwards: 'Done after the deadline',
  dropped: 'The application is withdrawn, so the deadline no longer applies.',
  noTerm: 'No term is set for applications of this kind.',
  pastCalendar:
    'The deadline is not counted yet: there is no calendar for the year in which it ends. The date appears here when there is one.',
  toCalendar: 'Add to my calendar',
  how: 'How the deadline was counted',
  rule: basis => `The rule: ${basis}.`,
  cutoff: time =>
    `Applications are registered on working days until ${time}. What arrives later or on a day off is registered on the next working day.`,
  law: act => `Legal basis: ${act}.`,
  noLaw: 'UAPF applies this term; the act that sets it is not named here.',
  calendar: version => `Version of the production calendar: ${version}.`,
  forecast: year =>
    `The calendar of ${year} is not settled yet. If it changes, the deadline may become earlier, but never later.`,
  untold: 'This deadline was counted by an earlier rule, so its days are not shown here.',
  change: {
    unchanged: version => `There is a new version of the calendar (${version}): your deadline has not changed.`,
    kept: (version, date) =>
      `By the new version of the calendar (${version}) the deadline would be ${date}. We keep the earlier date that you were told: your deadline has not changed.`,
    moved: (version, date) =>
      `By the new version of the calendar (${version}) the deadline is earlier. Before that it was ${date}.`,
    because: 'What changed:',
    works: day => `${day} is now a working day`,
    off: day => `${day} is now a day off`,
  },
  strip: {
    title: (from, to) => `Day by day: ${from} — ${to}`,
    legend: 'Above is the day of the month, below in bold the day of the term. Days with a dash do not count.',
    todayIs: 'Today is underlined.',
    counted: n => `day ${n}`,
    last: 'last day of the term',
    notCounted: 'does not count',
    today: 'today',
  },
  special: {
    skipped: 'Days that do not count',
    counted: 'Unusual working days',
    weekend: 'weekend',
    madeUpFor: (name, date) => `${name}: ${date} fell on a day off`,
    transferredOff: date => `a day off; ${date} was a working day instead`,
    transferredWork: date => `a working day; ${date} was a day off instead`,
    receipt: 'the day of receipt; the term begins on the day after',
    afterCutoff: time => `the application arrived after ${time}, so it was registered on the next working day`,
    movedTo: 'the term ended on a day off and moves to this day',
  },
  file: {
    title: number => `Deadline of application No.\u00a0${number}`,
    text: 'UAPF must execute the application no later than this day. See where it stands in the personal cabinet.',
    reminder: number => `The deadline of application No.\u00a0${number} is on the next working day`,
  },
}
