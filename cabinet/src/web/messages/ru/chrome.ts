// What surrounds every page, and the pages that say what went wrong.
import { russian } from '../../plural.ts'
import type { Messages } from '../kk.ts'

export const chrome: Messages['chrome'] = {
  skip: 'Перейти к основному содержанию',
  languages: 'Язык',
  services: 'Услуги',
  profile: 'Профиль',
  messages: 'Сообщения',
  unread: count => `${count} ${russian(count, 'непрочитанное', 'непрочитанных', 'непрочитанных')}`,
  signIn: 'Войти',
  signOut: 'Выйти',
  youAreHere: 'Вы здесь',
  number: number => `№\u00a0${number}`,
  contact: 'Контакт-центр ЕНПФ',
  more: 'Другие страницы',
  further: {
    help: 'Справка',
    status: 'Работа услуги',
    accessibility: 'Доступность сайта',
    kinds: 'Виды заявлений',
    verify: 'Проверка документа',
  },
  clock: 'Всё время указано по Алматы.',
  problem: {
    notFound: 'Страница не найдена',
    title: 'Это действие не выполнено',
    code: id => `Если будете звонить по номеру 1418, назовите этот код: ${id}`,
    toApplications: 'Перейти к моим заявлениям',
    toApplication: 'Перейти к этому заявлению',
    toResult: 'Открыть зарегистрированный результат',
    toSignIn: 'Войти в кабинет',
  },
}
