// What can be refused on the public page where withdrawals and signatures are checked.
import type { Problem } from './problems.ts'

export const VERIFICATION_PROBLEMS = {
  'withdrawal-unknown': {
    status: 404,
    text: {
      kk: 'Нөмір мен код бір-біріне сәйкес келмейді немесе олардың бірі қате терілген. Екеуін де қолхатпен таңбалап салыстырып, қайта теріп көріңіз.',
      ru: 'Номер и код не подходят друг к другу, или один из них набран с ошибкой. Сверьте оба с распиской знак за знаком и наберите ещё раз.',
      en: 'The number and the code do not belong together, or one of them was mistyped. Compare both with the receipt character by character and type them again.',
    },
  },
  'withdrawal-number-missing': {
    status: 422,
    text: {
      kk: 'Қолхаттағы тіркеу нөмірін теріңіз.',
      ru: 'Наберите регистрационный номер с расписки.',
      en: 'Type the registration number on the receipt.',
    },
  },
  'withdrawal-code-missing': {
    status: 422,
    text: {
      kk: 'Қолхаттағы кодты теріңіз.',
      ru: 'Наберите код с расписки.',
      en: 'Type the code on the receipt.',
    },
  },
  'signature-file-missing': {
    status: 422,
    text: {
      kk: 'Қолтаңба файлы таңдалмаған немесе бос. Қолтаңба файлын таңдаңыз.',
      ru: 'Файл подписи не выбран или пуст. Выберите файл подписи.',
      en: 'No signature file was chosen, or it is empty. Choose the signature file.',
    },
  },
  'files-not-as-asked': {
    status: 422,
    text: {
      kk: 'Бір қолтаңба файлы және қаласаңыз бір құжат қана керек. Артығын алып тастап, файлдарды қайта таңдаңыз.',
      ru: 'Нужен один файл подписи и, если хотите, один документ. Уберите лишнее и выберите файлы ещё раз.',
      en: 'One signature file is needed and, if you like, one document. Leave out the rest and choose the files again.',
    },
  },
  'files-too-large': {
    status: 413,
    text: {
      kk: 'Файлдар тым үлкен: екеуінің көлемі бірге 2 МБ-тан аспауы керек.',
      ru: 'Файлы слишком большие: вместе они должны занимать не больше 2 МБ.',
      en: 'The files are too large: together they may have at most 2 MB.',
    },
  },
  'verification-busy': {
    status: 503,
    text: {
      kk: 'Қазір тексерілетін файл тым көп. Бір минуттан кейін қайталап көріңіз.',
      ru: 'Сейчас проверяется слишком много файлов. Попробуйте ещё раз через минуту.',
      en: 'Too many files are being checked just now. Try again in a minute.',
    },
  },
} as const satisfies Record<string, Problem>
