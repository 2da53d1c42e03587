// Why a signature is not accepted: one clear sentence each, and what to do next.
import type { Problem } from './problems.ts'

export const SIGNATURE_PROBLEMS = {
  'signature-missing': {
    status: 422,
    text: {
      kk: 'Құжатқа әлі қол қойылмаған. «Сертификатты таңдау» батырмасын басып, ЭЦҚ-мен қол қойыңыз.',
      ru: 'Документ ещё не подписан. Нажмите «Выбрать сертификат» и подпишите его ЭЦП.',
      en: 'The document is not signed yet. Press “Choose certificate” and sign it with your EDS.',
    },
  },
  'signature-unreadable': {
    status: 422,
    text: {
      kk: 'Жіберілген файл — ЭЦҚ қолтаңбасы (CMS) емес немесе бүлінген. Қайтадан қол қойыңыз.',
      ru: 'Отправленный файл не является подписью ЭЦП (CMS) или повреждён. Подпишите ещё раз.',
      en: 'What was sent is not an EDS signature (CMS), or it is damaged. Please sign again.',
    },
  },
  'signature-invalid': {
    status: 422,
    text: {
      kk: 'Қолтаңба тексерістен өтпеді: ол дұрыс емес. Қайтадан қол қойыңыз.',
      ru: 'Подпись не прошла проверку: она неверна. Подпишите ещё раз.',
      en: 'The signature did not pass the check: it is not correct. Please sign again.',
    },
  },
  'signature-other-document': {
    status: 422,
    text: {
      kk: 'Қолтаңба басқа құжатқа қойылған. Осы беттегі құжатқа қол қойыңыз.',
      ru: 'Подпись поставлена под другим документом. Подпишите документ с этой страницы.',
      en: 'The signature belongs to another document. Sign the document of this page.',
    },
  },
  'signature-several-signers': {
    status: 422,
    text: {
      kk: 'Файлда бірнеше қолтаңба бар. Бір адамның бір қолтаңбасы қажет.',
      ru: 'В файле несколько подписей. Нужна одна подпись одного человека.',
      en: 'There are several signatures in the file. One signature of one person is needed.',
    },
  },
  'signature-wrong-person': {
    status: 422,
    text: {
      kk: 'Сертификат басқа адамға тиесілі. Өтінішті берген адамның ЭЦҚ-сын таңдаңыз.',
      ru: 'Сертификат принадлежит другому человеку. Выберите ЭЦП того, кто подал заявление.',
      en: 'The certificate belongs to another person. Choose the EDS of whoever filed the application.',
    },
  },
  'signature-not-personal': {
    status: 422,
    text: {
      kk: 'Бұл — заңды тұлғаның ЭЦҚ-сы. Жеке тұлғаның ЭЦҚ-сын таңдаңыз.',
      ru: 'Это ЭЦП юридического лица. Выберите ЭЦП физического лица.',
      en: 'This is the EDS of a legal entity. Choose your EDS as an individual.',
    },
  },
  'signature-not-for-signing': {
    status: 422,
    text: {
      kk: 'Бұл сертификат кіруге арналған (аутентификация), онымен құжатқа қол қоюға болмайды. Қол қоюға арналған сертификатты таңдаңыз.',
      ru: 'Этот сертификат предназначен для входа (аутентификации), документы им не подписывают. Выберите сертификат для подписания.',
      en: 'This certificate is for signing in (authentication); documents are not signed with it. Choose the certificate for signing.',
    },
  },
  'signature-untrusted': {
    status: 422,
    text: {
      kk: 'Сертификатты біз сенетін куәландырушы орталық бермеген. ҚР ҰКО берген ЭЦҚ-ны таңдаңыз.',
      ru: 'Сертификат выдан не тем удостоверяющим центром, которому мы доверяем. Выберите ЭЦП, выданную НУЦ РК.',
      en: 'The certificate was not issued by an authority that we trust. Choose an EDS issued by the national authority (NCA).',
    },
  },
  'signature-certificate-expired': {
    status: 422,
    text: {
      kk: 'Сертификаттың жарамдылық мерзімі өтіп кеткен. Жаңа ЭЦҚ алып, қайталап көріңіз.',
      ru: 'Срок действия сертификата истёк. Получите новую ЭЦП и повторите попытку.',
      en: 'The certificate has expired. Get a new EDS and try again.',
    },
  },
  'signature-certificate-revoked': {
    status: 422,
    text: {
      kk: 'Бұл сертификат қайтарып алынған, сондықтан онымен қойылған қолтаңба есептелмейді. Жаңа ЭЦҚ кілтін pki.gov.kz сайтында немесе ХҚКО-да алып, қайталап көріңіз.',
      ru: 'Этот сертификат отозван, поэтому подпись с ним не засчитывается. Получите новый ключ ЭЦП на сайте pki.gov.kz или в ЦОНе и повторите попытку.',
      en: 'This certificate has been revoked, so a signature made with it does not count. Get a new EDS key at pki.gov.kz or at a public service centre and try again.',
    },
  },
  'signature-certificate-not-yet-valid': {
    status: 422,
    text: {
      kk: 'Сертификаттың жарамдылық мерзімі әлі басталған жоқ. Басқа ЭЦҚ таңдаңыз немесе мерзімі басталғанда қайталап көріңіз.',
      ru: 'Срок действия сертификата ещё не начался. Выберите другую ЭЦП или повторите попытку, когда он начнётся.',
      en: 'The certificate is not valid yet. Choose another EDS, or try again once it is.',
    },
  },
  'signature-check-ended': {
    status: 422,
    text: {
      kk: 'Бұл қолтаңбаны тексеру мүмкін болмады: тексеру аяқталмай, тоқтатылды. Қолтаңба есептелмейді. Қайтадан қол қойыңыз.',
      ru: 'Проверить эту подпись не удалось: проверка не дошла до конца и была остановлена. Подпись не засчитана. Подпишите ещё раз.',
      en: 'This signature could not be checked: the check did not come to its end and was stopped. The signature does not count. Please sign again.',
    },
  },
} as const satisfies Record<string, Problem>

export type SignatureProblem = keyof typeof SIGNATURE_PROBLEMS
