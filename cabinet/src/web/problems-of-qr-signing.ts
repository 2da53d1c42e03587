// Signing with eGov Mobile: why not, one clear sentence each, and what to do next. Some are read on the phone, some on the page.
import type { Problem } from './problems.ts'

export const QR_PROBLEMS = {
  'qr-not-found': {
    status: 404,
    text: {
      kk: 'Код табылмады немесе оның уақыты өтіп кетті. Сайтқа оралып, жаңа код алыңыз.',
      ru: 'Код не найден, или его время истекло. Вернитесь на сайт и получите новый код.',
      en: 'The code was not found, or it has expired. Go back to the site and get a new code.',
    },
  },
  'qr-elsewhere': {
    status: 404,
    text: {
      kk: 'Бұл код осы браузерде алынбаған немесе ол енді жоқ. Кодты алған браузерге оралыңыз немесе қайтадан бастаңыз.',
      ru: 'Этот код получен не в этом браузере, или его больше нет. Вернитесь в браузер, где вы получили код, или начните заново.',
      en: 'This code was not made in this browser, or it is gone. Go back to the browser where you got it, or begin again.',
    },
  },
  'qr-expired': {
    status: 410,
    text: {
      kk: 'Кодтың уақыты өтіп кетті. Жаңа код алып, қайтадан қол қойыңыз.',
      ru: 'Время кода истекло. Получите новый код и подпишите ещё раз.',
      en: 'The code has expired. Get a new code and sign again.',
    },
  },
  'qr-token-wrong': {
    status: 401,
    text: {
      kk: 'Бұл құжатты ашуға рұқсат жоқ. Сайттағы кодты қайтадан сканерлеңіз.',
      ru: 'Нет разрешения открыть этот документ. Отсканируйте код на сайте ещё раз.',
      en: 'There is no permission to open this document. Scan the code on the site again.',
    },
  },
  'qr-form-unused': {
    status: 403,
    text: {
      kk: 'Бұл құжатқа қол қоюдың мұндай түрі жарамайды. Сайттағы кодты қайтадан сканерлеңіз.',
      ru: 'Такой вид подписи для этого документа не подходит. Отсканируйте код на сайте ещё раз.',
      en: 'This document is not signed in such a form. Scan the code on the site again.',
    },
  },
  'qr-other-documents': {
    status: 403,
    text: {
      kk: 'Қол қойылған құжаттар біз жіберген құжаттар емес. Сайттағы кодты қайтадан сканерлеңіз.',
      ru: 'Подписаны не те документы, которые мы передали. Отсканируйте код на сайте ещё раз.',
      en: 'The signed documents are not the ones that we gave. Scan the code on the site again.',
    },
  },
  'qr-unsigned': {
    status: 403,
    text: {
      kk: 'Құжатқа қол қойылмаған. eGov Mobile-да қол қойып, қайталап көріңіз.',
      ru: 'Документ не подписан. Подпишите его в eGov Mobile и попробуйте ещё раз.',
      en: 'The document is not signed. Sign it in eGov Mobile and try again.',
    },
  },
  'qr-wrong-person': {
    status: 403,
    text: {
      kk: 'Бұл құжатқа басқа адам қол қоюы керек. Өз атынан қол қоятын адамның телефонын пайдаланыңыз.',
      ru: 'Этот документ должен подписать другой человек. Возьмите телефон того, кто подписывает от своего имени.',
      en: 'Another person has to sign this document. Use the phone of the person it is for.',
    },
  },
  'qr-given-enough': {
    status: 403,
    text: {
      kk: 'Құжат осы код бойынша үш рет ашылды, енді ашылмайды. Сайттан жаңа код алыңыз.',
      ru: 'По этому коду документ открывали уже трижды, больше он не откроется. Получите на сайте новый код.',
      en: 'The document has been opened with this code three times and will not open again. Get a new code on the site.',
    },
  },
  'qr-login-other': {
    status: 403,
    text: {
      kk: 'Телефонның растауы осы кодқа арналмаған немесе ескірген. Телефондағы уақытты тексеріп, кодты қайтадан сканерлеңіз.',
      ru: 'Подтверждение телефона не для этого кода или устарело. Проверьте время на телефоне и отсканируйте код ещё раз.',
      en: 'What the phone confirmed is not for this code, or is out of date. Check the time on the phone and scan the code again.',
    },
  },
  'qr-login-key': {
    status: 403,
    text: {
      kk: 'Құжатты ашу үшін аутентификация кілті (AUTH) керек, ал телефон басқа кілтпен растады. Кодты қайтадан сканерлеңіз.',
      ru: 'Чтобы открыть документ, нужен ключ аутентификации (AUTH), а телефон подтвердил другим ключом. Отсканируйте код ещё раз.',
      en: 'Opening the document takes the authentication key (AUTH), and the phone used another key. Scan the code again.',
    },
  },
  'qr-unreadable': {
    status: 400,
    text: {
      kk: 'Телефоннан келген жауапты оқи алмадық. Сайттағы кодты қайтадан сканерлеңіз.',
      ru: 'Не удалось прочитать ответ телефона. Отсканируйте код на сайте ещё раз.',
      en: 'The answer of the phone could not be read. Scan the code on the site again.',
    },
  },
  'qr-used': {
    status: 409,
    text: {
      kk: 'Бұл код бойынша қол қойылып қойған. Тағы қол қою үшін сайттан жаңа код алыңыз.',
      ru: 'По этому коду уже подписано. Чтобы подписать ещё раз, получите на сайте новый код.',
      en: 'This code has been signed with already. To sign again, get a new code on the site.',
    },
  },
  'qr-closed': {
    status: 409,
    text: {
      kk: 'Бұл код енді жарамайды: қол қоюдан бас тартылған немесе қолтаңба тексерістен өтпеген. Сайттан жаңа код алыңыз.',
      ru: 'Этот код больше не действует: от подписания отказались, или подпись не прошла проверку. Получите на сайте новый код.',
      en: 'This code no longer works: signing was declined, or the signature did not pass the check. Get a new code on the site.',
    },
  },
  'qr-not-signed': {
    status: 409,
    text: {
      kk: 'Телефонда әлі қол қойылған жоқ. Алдымен eGov Mobile-да қол қойыңыз.',
      ru: 'На телефоне ещё не подписано. Сначала подпишите в eGov Mobile.',
      en: 'Nothing has been signed on the phone yet. Sign in eGov Mobile first.',
    },
  },
  'qr-other-purpose': {
    status: 409,
    text: {
      kk: 'Бұл код басқа мақсатқа арналған. Қажет бетті ашып, сол жерден код алыңыз.',
      ru: 'Этот код получен для другой цели. Откройте нужную страницу и получите код там.',
      en: 'This code was made for something else. Open the page that you need and get a code there.',
    },
  },
} as const satisfies Record<string, Problem>
