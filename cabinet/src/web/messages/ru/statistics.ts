// How long applications really take: figures of the last 30 days, published only where enough persons stand behind them.
import type { Messages } from '../kk.ts'

export const statistics: Messages['statistics'] = {
  nineTenths: days =>
    `Из таких заявлений, решённых за последние 30 дней, не менее 9 из 10 рассмотрены за ${days} или быстрее.`,
  half: days => `Не менее половины рассмотрены за ${days} или быстрее.`,
  inTime: ofTen => `В срок, установленный законом, рассмотрено не менее ${ofTen} из 10.`,
  fewInTime: 'В срок, установленный законом, рассмотрено меньше 1 из 10.',
  counted: count => `Учтено заявлений, исполненных и отклонённых: не менее ${count}.`,
  asOf: moment => `Посчитано: ${moment}.`,
  noPromise: 'Это подсчёт прошлых заявлений, а не обещание.',
  notEnough:
    'За последние 30 дней недостаточно данных, чтобы сказать, за сколько такие заявления рассматривают на деле.',
  more: 'Об этом виде заявлений',
}
