// What can be wrong with any request, and what can stand between a person and the cabinet.
import type { Problem } from './problems.ts'

export const REQUEST_PROBLEMS = {
  'not-found': {
    status: 404,
    text: {
      kk: 'Мұндай бет немесе өтініш табылмады.',
      ru: 'Такой страницы или заявления нет.',
      en: 'There is no such page or application.',
    },
  },
  'not-signed-in': {
    status: 401,
    text: {
      kk: 'Алдымен жеке кабинетке кіріңіз.',
      ru: 'Сначала войдите в личный кабинет.',
      en: 'Sign in to your cabinet first.',
    },
  },
  'cookies-needed': {
    status: 400,
    text: {
      kk: 'Браузеріңіз cookie файлдарын сақтамайды, ал онсыз кабинетке кіру мүмкін емес. Браузердің баптауларында осы сайтқа cookie файлдарын сақтауға рұқсат беріп, бетті қайта ашыңыз.',
      ru: 'Ваш браузер не сохраняет файлы cookie, а без них войти в кабинет нельзя. Разрешите этому сайту сохранять cookie в настройках браузера и откройте страницу заново.',
      en: 'Your browser keeps no cookies, and without them you cannot sign in. Allow this site to keep cookies in the settings of your browser and open the page again.',
    },
  },
  'cross-site': {
    status: 403,
    text: {
      kk: 'Сұрау басқа сайттан келді, сондықтан орындалмады. Бетті осы сайтта қайта ашыңыз.',
      ru: 'Запрос пришёл с другого сайта и поэтому не выполнен. Откройте страницу заново на этом сайте.',
      en: 'The request came from another site, so it was not carried out. Open the page again on this site.',
    },
  },
  'bad-request': {
    status: 400,
    text: {
      kk: 'Сұрауда қате бар: жолдарды тексеріңіз.',
      ru: 'В запросе ошибка: проверьте поля.',
      en: 'Something in the request is wrong: check the fields.',
    },
  },
  'too-large': {
    status: 413,
    text: {
      kk: 'Жіберілген деректердің көлемі тым үлкен. Бетті жаңартып, қайталап көріңіз.',
      ru: 'Отправлено слишком много данных. Обновите страницу и попробуйте ещё раз.',
      en: 'What was sent is too large. Reload the page and try again.',
    },
  },
  internal: {
    status: 500,
    text: {
      kk: 'Бізде қате пайда болды. Не орындалғанын білу үшін өтініштер тізімін тексеріп, кейінірек қайталап көріңіз.',
      ru: 'У нас произошла ошибка. Проверьте список заявлений, чтобы узнать, что сделано, и повторите попытку позже.',
      en: 'Something went wrong on our side. Check the list of applications to see what was done, and try again later.',
    },
  },
  'challenge-expired': {
    status: 410,
    text: {
      kk: 'Кіру уақыты өтіп кетті немесе бұл кіру басқа терезеде басталған. Қайтадан кіріп көріңіз.',
      ru: 'Время для входа истекло, или этот вход начат в другом окне. Попробуйте войти ещё раз.',
      en: 'The time to sign in has passed, or this sign-in began in another window. Please sign in again.',
    },
  },
  'signature-not-checkable': {
    status: 503,
    text: {
      kk: 'Куәландырушы орталық қазір жауап бермейді, сондықтан қолтаңбаңызды тексере алмаймыз. Ештеңе жоғалған жоқ: бірнеше минуттан кейін қайталап көріңіз.',
      ru: 'Удостоверяющий центр сейчас не отвечает, поэтому мы не можем проверить вашу подпись. Ничего не потеряно: попробуйте ещё раз через несколько минут.',
      en: 'The certifying authority does not answer just now, so we cannot check your signature. Nothing was lost; try again in a few minutes.',
    },
  },
  'signature-check-busy': {
    status: 503,
    text: {
      kk: 'Қазір тексерілетін қолтаңба тым көп. Ештеңе жоғалған жоқ: бір минуттан кейін қайталап көріңіз.',
      ru: 'Сейчас проверяется слишком много подписей. Ничего не потеряно: попробуйте ещё раз через минуту.',
      en: 'Too many signatures are being checked just now. Nothing was lost; try again in a minute.',
    },
  },
  'person-data-unavailable': {
    status: 503,
    text: {
      kk: 'Жеке тұлғалардың мемлекеттік дерекқоры қазір жауап бермейді. Бірнеше минуттан кейін қайталап көріңіз.',
      ru: 'Государственная база данных физических лиц сейчас не отвечает. Попробуйте ещё раз через несколько минут.',
      en: 'The state database of persons is not answering now. Please try again in a few minutes.',
    },
  },
  'person-unknown': {
    status: 422,
    text: {
      kk: 'Жеке тұлғалардың мемлекеттік дерекқорында бұл ЖСН табылмады. 1418 нөміріне хабарласыңыз.',
      ru: 'Этот ИИН не найден в государственной базе данных физических лиц. Позвоните по номеру 1418.',
      en: 'This IIN was not found in the state database of persons. Please call 1418.',
    },
  },
  'person-not-capable': {
    status: 403,
    text: {
      kk: 'Мемлекеттік дерекқордағы мәліметке байланысты бұл қызметті онлайн көрсету мүмкін емес. 1418 нөміріне хабарласыңыз.',
      ru: 'По сведениям государственной базы данных оказать эту услугу онлайн нельзя. Позвоните по номеру 1418.',
      en: 'Because of what the state database says, this service cannot be given online. Please call 1418.',
    },
  },
} as const satisfies Record<string, Problem>
