// What can be refused about papers that are made here and checked by their codes.
import type { Problem } from './problems.ts'

export const DOCUMENT_PROBLEMS = {
  'paper-unknown': {
    status: 404,
    text: {
      kk: 'Код қате терілген, құжатты тексеру мерзімі өтіп кеткен немесе құжат осы сервисте жасалмаған болуы мүмкін. Кодты таңбалап салыстырып, қайта теріп көріңіз.',
      ru: 'Возможно, код набран с ошибкой, срок проверки документа прошёл или он составлен не этим сервисом. Сверьте код знак за знаком и наберите ещё раз.',
      en: 'Perhaps the code was mistyped, the time for checking the paper has passed, or this service did not make it. Compare the code character by character and type it again.',
    },
  },
  'paper-code-missing': {
    status: 422,
    text: { kk: 'Құжаттағы кодты теріңіз.', ru: 'Наберите код с документа.', en: 'Type the code on the paper.' },
  },
  'certificates-used-up': {
    status: 429,
    text: {
      kk: 'Бүгін анықтама тым көп рет алынды. Бұрын алынғандары жарамды; жаңасын ертең ала аласыз.',
      ru: 'Сегодня получено слишком много справок. Полученные раньше действуют; новую можно получить завтра.',
      en: 'Too many certificates were issued today. The earlier ones hold; you can get a new one tomorrow.',
    },
  },
} as const satisfies Record<string, Problem>
