// Why an application cannot be withdrawn, or not now, or not by this draft.
import type { Problem } from './problems.ts'

export const WITHDRAWAL_PROBLEMS = {
  'drafts-too-often': {
    status: 429,
    text: {
      kk: 'Бұл өтініштің күшін жою туралы өтініш соңғы бір сағатта тым көп рет дайындалды. Бір сағаттан кейін қайталаңыз. Бұл сіз болмасаңыз, хабарламадағы «Бұл мен емес» сілтемесін ашыңыз немесе 1418 нөміріне қоңырау шалыңыз.',
      ru: 'За последний час заявление об отзыве этого заявления составляли слишком много раз. Повторите через час. Если это были не вы, откройте ссылку «Это не я» в сообщении или позвоните по номеру 1418.',
      en: 'A statement on withdrawal of this application was drawn up too many times in the last hour. Try again in an hour. If it was not you, follow “It was not me” in the message or call 1418.',
    },
  },
  'already-closed': {
    status: 409,
    text: {
      kk: 'Өтініш жабылған: ол орындалған, орындаудан бас тартылған немесе күші бұрын жойылған. Ештеңе өзгерген жоқ.',
      ru: 'Заявление уже закрыто: исполнено, по нему отказано или оно отозвано раньше. Ничего не изменилось.',
      en: 'The application is already closed: executed, refused or withdrawn before. Nothing has changed.',
    },
  },
  'execution-started': {
    status: 409,
    text: {
      kk: 'БЖЗҚ өтінішті орындауды бастап кетті, сондықтан оның күшін енді жоюға болмайды.',
      ru: 'ЕНПФ уже начал исполнять заявление, поэтому отозвать его больше нельзя.',
      en: 'UAPF has begun to execute the application, so it can no longer be withdrawn.',
    },
  },
  'already-executed': {
    status: 409,
    text: {
      kk: 'Өтініш орындалды. Орындалған өтініштің, қате берілсе де, күші жойылмайды.',
      ru: 'Заявление исполнено. Исполненное заявление не отзывается, даже если подано ошибочно.',
      en: 'The application is executed. An executed application cannot be withdrawn, even if it was filed by mistake.',
    },
  },
  'already-refused': {
    status: 409,
    text: {
      kk: 'Өтінішті орындаудан бас тартылды, сондықтан оның күшін жоюдың қажеті жоқ.',
      ru: 'По заявлению отказано, отзывать его не нужно.',
      en: 'The application was refused, so there is nothing to withdraw.',
    },
  },
  'already-withdrawn': {
    status: 409,
    text: {
      kk: 'Өтініштің күші бұрын жойылған.',
      ru: 'Заявление уже отозвано.',
      en: 'The application is already withdrawn.',
    },
  },
  'kind-is-final': {
    status: 409,
    text: {
      kk: 'Өтініштің бұл түрінің күшін осы жерде жоюға болмайды. Сұрақтарыңыз болса, 1418 нөміріне хабарласыңыз.',
      ru: 'Заявления этого вида здесь не отзываются. С вопросами звоните по номеру 1418.',
      en: 'Applications of this kind cannot be withdrawn here. For questions call 1418.',
    },
  },
  'withdrawal-being-checked': {
    status: 409,
    text: {
      kk: 'Бұл өтініш бойынша қолтаңба қазір тексерілуде. Нәтижесі өтініштің бетінде көрінеді.',
      ru: 'Подпись по этому заявлению сейчас проверяется. Результат появится на странице заявления.',
      en: 'A signature for this application is being checked now. The result will appear on the application’s page.',
    },
  },
  'status-unclear': {
    status: 409,
    text: {
      kk: 'Өтініштің мәртебесі нақтылануда. Ол белгілі болғанша күшін жоюға болмайды.',
      ru: 'Статус заявления уточняется. Пока он неизвестен, отозвать заявление нельзя.',
      en: 'The status of the application is being clarified. Until it is known, the application cannot be withdrawn.',
    },
  },
  'evidence-erased': {
    status: 410,
    text: {
      kk: 'Бұл құжаттар заң талабы бойынша жойылған, оларды енді ешкім оқи алмайды. Тіркеу жазбасы сақталған.',
      ru: 'Эти документы уничтожены по требованию закона, прочитать их больше нельзя. Запись о регистрации сохранилась.',
      en: 'These documents were erased as the law demanded; nobody can read them any more. The record of the registration remains.',
    },
  },
  'draft-expired': {
    status: 410,
    text: {
      kk: 'Осы құжатқа қол қою уақыты (30 минут) өтіп кетті. Өтініштің күшін жоюды қайта бастаңыз: жаңа құжат дайындаймыз.',
      ru: 'Время для подписания этого документа (30 минут) истекло. Начните отзыв заново: мы подготовим новый документ.',
      en: 'The time to sign this document (30 minutes) has passed. Start the withdrawal again: we will make a new document.',
    },
  },
  'draft-overtaken': {
    status: 410,
    text: {
      kk: 'Құжат дайындалғаннан кейін өтініш өзгерді. Өтініштің бетін ашып, оның қазіргі жайын қараңыз.',
      ru: 'После подготовки документа заявление изменилось. Откройте страницу заявления и посмотрите, что с ним сейчас.',
      en: 'The application has changed since this document was made. Open its page to see where it stands now.',
    },
  },
  'draft-used-up': {
    status: 410,
    text: {
      kk: 'Осы құжатқа жарамсыз қолтаңбалар тым көп жіберілді, сондықтан оған енді қол қоюға болмайды. Өтініштің күшін жоюды қайта бастаңыз: жаңа құжат дайындаймыз.',
      ru: 'Под этим документом отправлено слишком много неподходящих подписей, поэтому подписать его больше нельзя. Начните отзыв заново: мы подготовим новый документ.',
      en: 'Too many signatures that do not count were sent for this document, so it can no longer be signed. Start the withdrawal again: we will make a new document.',
    },
  },
  'signature-check-timed-out': {
    status: 422,
    text: {
      kk: 'Куәландырушы орталық уақытында жауап бермеді, сондықтан қолтаңбаңыз есептелмеді, ал өтініш күшінде қалды. Өтініштің күшін жойғыңыз келсе, қайта қол қойыңыз.',
      ru: 'Удостоверяющий центр вовремя не ответил, поэтому ваша подпись не засчитана, а заявление осталось в силе. Если вы хотите его отозвать, подпишите ещё раз.',
      en: 'The certifying authority did not answer in time, so your signature was not counted and the application stays in force. If you want to withdraw it, sign again.',
    },
  },
  'idempotency-mismatch': {
    status: 409,
    text: {
      kk: 'Осы кілтпен (Idempotency-Key) басқа қолтаңба жіберілген.',
      ru: 'С этим ключом (Idempotency-Key) уже отправлена другая подпись.',
      en: 'Another signature was already sent with this Idempotency-Key.',
    },
  },
  'agreement-missing': {
    status: 422,
    text: {
      kk: 'Қол қою үшін «Келісемін» деген белгіні қойыңыз.',
      ru: 'Чтобы подписать, отметьте «Согласен(на)».',
      en: 'To sign, tick “I agree”.',
    },
  },
} as const satisfies Record<string, Problem>
