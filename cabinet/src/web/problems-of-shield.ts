// Why nothing is drawn up or signed while an alarm is raised, and why it is not taken back.
import type { Problem } from './problems.ts'

export const SHIELD_PROBLEMS = {
  'withdrawals-stopped': {
    status: 403,
    text: {
      kk: 'Сіз «бұл мен емес» деп хабарлағансыз, сондықтан сіздің атыңыздан өтініштің күшін жою тоқтатылды. Оны қайта ашу үшін кабинетке ЭЦҚ немесе eGov Mobile арқылы кіріп, «Бұл мен едім» деп растаңыз.',
      ru: 'Вы сообщили «это не я», поэтому отзыв заявлений от вашего имени остановлен. Чтобы снова открыть его, войдите в кабинет по ЭЦП или через eGov Mobile и подтвердите «Это был(а) я».',
      en: 'You said “it was not me”, so withdrawals in your name are stopped. To open them again, sign in with your EDS or eGov Mobile and confirm “It was me”.',
    },
  },
  'changes-stopped': {
    status: 403,
    text: {
      kk: 'Сіз «бұл мен емес» деп хабарлағансыз, сондықтан поштаңыз, телефоныңыз, құпиясөзіңіз және хабарлама баптаулары қорғауда: олар өзгертілмейді. Кабинетке ЭЦҚ немесе eGov Mobile арқылы қайта кіріңіз, содан кейін өзгерте аласыз.',
      ru: 'Вы сообщили «это не я», поэтому почта, телефон, пароль и настройки сообщений под защитой: изменить их нельзя. Войдите в кабинет заново по ЭЦП или через eGov Mobile, после этого изменить можно.',
      en: 'You said “it was not me”, so your e-mail, phone, password and message settings are protected and cannot be changed. Sign in again with your EDS or eGov Mobile, and then you can change them.',
    },
  },
  'draft-stopped': {
    status: 410,
    text: {
      kk: 'Бұл құжат «бұл мен емес» деген хабардан кейін тоқтатылды: оған қойылған қолтаңба есептелмейді, өтініш күшінде қалады.',
      ru: 'Этот документ остановлен после сообщения «это не я»: подпись под ним не засчитывается, заявление остаётся в силе.',
      en: 'This document was stopped after somebody said “it was not me”: a signature under it does not count, and the application stays in force.',
    },
  },
  'alert-unknown': {
    status: 404,
    text: {
      kk: 'Бұл сілтеме жарамсыз: ол қате терілген, жеті күннен ескі немесе бұрын пайдаланылған. Батырманы бұрын басқан болсаңыз, кабинетіңіз қорғалған. Күмәндансаңыз, БЖЗҚ байланыс орталығына хабарласыңыз: 1418.',
      ru: 'Эта ссылка не действует: она набрана с ошибкой, ей больше семи дней или она уже использована. Если вы уже нажимали кнопку, кабинет защищён. Если сомневаетесь, позвоните в контакт-центр ЕНПФ: 1418.',
      en: 'This link is not valid: it is mistyped, more than seven days old, or was used before. If you have pressed the button already, your cabinet is protected. If in doubt, call the UAPF contact centre: 1418.',
    },
  },
  'alarm-needs-signature': {
    status: 403,
    text: {
      kk: 'Қорғауды алу үшін кабинетке ЭЦҚ немесе eGov Mobile арқылы кіру керек: құпиясөз бұған жеткіліксіз.',
      ru: 'Чтобы снять защиту, войдите в кабинет по ЭЦП или через eGov Mobile: пароля для этого недостаточно.',
      en: 'To lift the protection, sign in with your EDS or eGov Mobile: a password is not enough for this.',
    },
  },
} as const satisfies Record<string, Problem>
