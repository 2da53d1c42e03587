// What surrounds the pages of the help. The pages themselves are in help/ru/.
import type { Messages } from '../kk.ts'

export const help: Messages['help'] = {
  title: 'Проверка статуса заявления / Отзыв заявления: памятка пользователю',
  short: 'Справка',
  description:
    'Памятка к услуге проверки статуса и отзыва заявления, поданного в ЕНПФ: вход, статусы, сроки, подписание, документы.',
  lead: 'Выберите нужную главу. Чтобы читать справку, входить в кабинет не нужно.',
  to: { easy: 'Простым языком: коротко и понятно', print: 'Памятка целиком: для печати' },
  fromServices: 'Как пользоваться услугой? Памятка',
  contents: 'На этой странице',
  chapters: 'Другие главы',
  before: title => `Назад: ${title}`,
  after: title => `Дальше: ${title}`,
  all: 'Все главы',
  whole: 'Памятка целиком',
  howToPrint: 'Чтобы напечатать, выберите в браузере команду «Печать»: Ctrl + P.',
  version: (number, year) => `Версия памятки: ${number}, Алматы, ${year} год.`,
  changedOn: 'Последнее изменение:',
}
