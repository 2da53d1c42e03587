// Passwords, contacts and one-time codes: why not, one clear sentence each, and what to do next.
import type { Problem } from './problems.ts'

const SIGNING_IN = {
  'iin-malformed': {
    status: 422,
    text: {
      kk: 'ЖСН 12 цифрдан тұрады. Оны жеке куәлікпен салыстырып, қайта енгізіңіз.',
      ru: 'ИИН состоит из 12 цифр. Сверьте его с удостоверением личности и введите ещё раз.',
      en: 'An IIN has 12 digits. Compare it with your identity card and type it again.',
    },
  },
  'password-missing': {
    status: 422,
    text: {
      kk: 'Құпиясөзді енгізіңіз.',
      ru: 'Введите пароль.',
      en: 'Type your password.',
    },
  },
  'password-wrong': {
    status: 401,
    text: {
      kk: 'ЖСН немесе құпиясөз қате. Пернетақтаның тілін тексеріп, қайта енгізіңіз. Құпиясөз есіңізде болмаса, оны жаңартыңыз; әлі тіркелмеген болсаңыз, тіркеліңіз.',
      ru: 'ИИН или пароль неверен. Проверьте язык клавиатуры и введите ещё раз. Если не помните пароль, задайте новый; если ещё не зарегистрированы, зарегистрируйтесь.',
      en: 'The IIN or the password is wrong. Check the language of the keyboard and type again. If you have forgotten the password, set a new one; if you are not registered yet, register.',
    },
  },
  'too-many-tries': {
    status: 429,
    text: {
      kk: 'Құпиясөз бірнеше рет қате енгізілді, сондықтан біраз күту керек: көп дегенде бір минут. Күтпей-ақ ЭЦҚ немесе eGov Mobile арқылы дәл қазір кіре аласыз.',
      ru: 'Пароль несколько раз введён неверно, поэтому нужно немного подождать: не больше минуты. С ЭЦП или через eGov Mobile можно войти прямо сейчас.',
      en: 'A wrong password was typed several times, so there is a short wait: a minute at most. With EDS or eGov Mobile you can sign in right now.',
    },
  },
  'passwords-busy': {
    status: 503,
    text: {
      kk: 'Қазір кіріп жатқандар тым көп, сондықтан құпиясөзіңіз тексерілген жоқ. Бір минуттан кейін қайталап көріңіз немесе ЭЦҚ не eGov Mobile арқылы кіріңіз.',
      ru: 'Сейчас входит слишком много людей, поэтому ваш пароль не проверен. Попробуйте через минуту или войдите с ЭЦП либо через eGov Mobile.',
      en: 'Too many people are signing in just now, so your password was not checked. Try again in a minute, or sign in with EDS or eGov Mobile.',
    },
  },
} as const satisfies Record<string, Problem>

const CHOOSING_A_PASSWORD = {
  'password-short': {
    status: 422,
    text: {
      kk: 'Құпиясөз тым қысқа: кемінде 12 таңба болуы керек. Бірнеше сөзден тұратын тіркес ұзын әрі есте қаларлық болады.',
      ru: 'Пароль слишком короткий: нужно не меньше 12 знаков. Фраза из нескольких слов и длинна, и легко запоминается.',
      en: 'The password is too short: it needs at least 12 characters. A phrase of several words is long and easy to remember.',
    },
  },
  'password-long': {
    status: 422,
    text: {
      kk: 'Құпиясөз тым ұзын: 128 таңбадан аспауы керек.',
      ru: 'Пароль слишком длинный: должно быть не больше 128 знаков.',
      en: 'The password is too long: it may have at most 128 characters.',
    },
  },
  'password-common': {
    status: 422,
    text: {
      kk: 'Бұл құпиясөзді оңай табуға болады: көп адам осыған ұқсас құпиясөз қояды. Бір-бірімен байланысы жоқ үш-төрт сөзден басқа тіркес ойлап табыңыз.',
      ru: 'Такой пароль легко подобрать: похожие выбирают многие. Придумайте другой, из трёх-четырёх слов, не связанных между собой.',
      en: 'This password is easy to guess: many people choose one like it. Make up another, of three or four words that have nothing to do with each other.',
    },
  },
  'password-personal': {
    status: 422,
    text: {
      kk: 'Құпиясөзде ЖСН, аты-жөніңіз, пошта мекенжайыңыз немесе телефон нөміріңіз болмауы керек: оларды басқалар да біледі.',
      ru: 'В пароле не должно быть ИИН, вашего имени, адреса почты или номера телефона: их знают и другие.',
      en: 'The password must not contain your IIN, your name, your e-mail address or your phone number: others know them too.',
    },
  },
} as const satisfies Record<string, Problem>

const CONTACTS_AND_CODES = {
  'mail-malformed': {
    status: 422,
    text: {
      kk: 'Пошта мекенжайы дұрыс жазылмаған. Мысалы, былай жазылады: aigerim@example.kz',
      ru: 'Адрес почты написан неверно. Пример правильного: aigerim@example.kz',
      en: 'The e-mail address is not written correctly. It looks like this: aigerim@example.kz',
    },
  },
  'phone-malformed': {
    status: 422,
    text: {
      kk: 'Қазақстандағы ұялы телефонның нөмірін енгізіңіз, мысалы: +7\u00a0701\u00a0123\u00a045\u00a067. Қалалық телефонға SMS келмейді.',
      ru: 'Введите номер мобильного телефона Казахстана, например: +7\u00a0701\u00a0123\u00a045\u00a067. На городской телефон SMS не приходит.',
      en: 'Type a mobile number of Kazakhstan, such as +7\u00a0701\u00a0123\u00a045\u00a067. A landline receives no SMS.',
    },
  },
  'code-wrong': {
    status: 422,
    text: {
      kk: 'Код қате. Хабардағы алты цифрды қайта енгізіңіз.',
      ru: 'Код неверен. Введите шесть цифр из сообщения ещё раз.',
      en: 'The code is wrong. Type the six digits of the message again.',
    },
  },
  'code-dead': {
    status: 410,
    text: {
      kk: 'Бұл код енді жарамайды: он минут өтті, ол бұрын қолданылды немесе бес рет қате енгізілді. Жаңа код сұраңыз.',
      ru: 'Этот код больше не действует: прошло десять минут, он уже использован или пять раз введён неверно. Запросите новый.',
      en: 'This code no longer works: ten minutes have passed, it was used already, or it was typed wrong five times. Ask for a new one.',
    },
  },
  'code-too-soon': {
    status: 429,
    text: {
      kk: 'Кодты минутына бір рет және сағатына бес рет қана жібереміз. Сәл күтіңіз; келген хабар поштаңыздың «Спам» бөлімінде болуы мүмкін.',
      ru: 'Мы отправляем код не чаще раза в минуту и пяти раз в час. Немного подождите; пришедшее письмо может быть в папке «Спам».',
      en: 'We send a code at most once a minute and five times an hour. Wait a little; the message may be in your spam folder.',
    },
  },
} as const satisfies Record<string, Problem>

export const ACCOUNT_PROBLEMS = { ...SIGNING_IN, ...CHOOSING_A_PASSWORD, ...CONTACTS_AND_CODES } as const
