// What the pages of the inboxes say, in Kazakh and Russian.

export type Carrier = 'mail' | 'sms'

const kk = {
  titles: { mail: 'Пошта симуляторы', sms: 'SMS симуляторы' } satisfies Record<Carrier, string>,
  notice: 'Бұл — сынақ жәшігі: мұндағы хабарлар ешкімге жіберілмейді.',
  otherLanguage: 'Русский',
  heading: { mail: 'Келген хаттар', sms: 'Келген SMS' } satisfies Record<Carrier, string>,
  none: 'Әзірге хабар жоқ. Жаңа хабар осы бетте өзі пайда болады.',
  from: 'Кімнен',
  to: 'Кімге',
  at: 'Уақыты',
  only: (to: string) => `Тек ${to} мекенжайының хабарлары көрсетілген.`,
  all: 'Барлық хабарды көрсету',
  parts: (n: number) => `${n} SMS бөлігі`,
  misbehaves: (mode: string) => `Назар аударыңыз: симуляторға бұзылу тапсырылған (${mode}).`,
}

export type Words = typeof kk

const ru: Words = {
  titles: { mail: 'Симулятор почты', sms: 'Симулятор SMS' },
  notice: 'Это пробный ящик: сообщения отсюда никому не отправляются.',
  otherLanguage: 'Қазақша',
  heading: { mail: 'Полученные письма', sms: 'Полученные SMS' },
  none: 'Сообщений пока нет. Новое появится на этой странице само.',
  from: 'От кого',
  to: 'Кому',
  at: 'Время',
  only: to => `Показаны только сообщения для ${to}.`,
  all: 'Показать все сообщения',
  parts: n => `частей SMS: ${n}`,
  misbehaves: mode => `Внимание: симулятору велено ломаться (${mode}).`,
}

export type PageLanguage = 'kk' | 'ru'
export const WORDS: Readonly<Record<PageLanguage, Words>> = { kk, ru }
