// How long applications really take: figures of the last 30 days, published only where enough persons stand behind them.
import type { Messages } from '../kk.ts'

export const statistics: Messages['statistics'] = {
  nineTenths: days => `Of such applications decided in the last 30 days, at least 9 of 10 took ${days} or less.`,
  half: days => `At least half took ${days} or less.`,
  inTime: ofTen => `At least ${ofTen} of 10 were decided within the term of the law.`,
  fewInTime: 'Fewer than 1 of 10 were decided within the term of the law.',
  counted: count => `Counted: at least ${count} applications, executed and refused.`,
  asOf: moment => `Computed: ${moment}.`,
  noPromise: 'This counts applications of the past and is no promise.',
  notEnough: 'There is not enough data of the last 30 days to say how long such applications really take.',
  more: 'About this type of application',
}
