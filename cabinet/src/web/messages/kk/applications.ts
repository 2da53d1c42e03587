// The list of applications and the words of the domain: statuses, contracts, purposes (memo items S-31 … S-53).
import type { ContractType, PurposeId, ShownStatus } from '../../../applications/application.ts'
import type { Bar } from '../../../applications/view.ts'

export const applications = {
  title: 'Төлемдерге, аударымдарға және ЕЗЖ қайтаруға арналған өтініштерім',
  short: 'Өтініштерім',
  service:
    'Өтініштердің мәртебесі, мерзімі мен құжаттары. Банктік деректемелерді өзгерту және ИПБ-ға аудару туралы өтініштердің күшін осы жерде жоюға болады.',
  asOf: (moment: string) => `${moment} жағдайы бойынша`,
  filter: {
    title: 'Өтініштерді іріктеу',
    kind: 'Өтініш түрі',
    everyKind: 'Барлық өтініштер',
    status: 'Мәртебесі',
    everyStatus: 'Кез келген мәртебе',
    text: 'Өтініш №',
    sort: 'Реті',
    newest: 'Алдымен жаңалары',
    oldest: 'Алдымен ескілері',
    show: 'Көрсету',
    clear: 'Іріктеуді алып тастау',
  },
  total: (count: number) => `Барлығы: ${count}`,
  found: (count: number) => `Табылғаны: ${count}`,
  column: {
    ordinal: '№',
    kind: 'Өтініш түрі',
    contract: 'Шарт түрі',
    filedOn: 'Өтініш берілген күн',
    number: 'Өтініш №',
    status: 'БЖЗҚ-дағы мәртебесі',
  },
  footnote:
    'Банктік деректемелерді өзгерту туралы, сондай-ақ зейнетақы жинақтарын ИПБ-ның сенімгерлік басқаруына аудару және одан қайтару туралы өтініштердің ғана күшін жоюға болады: мәртебесі «Өңдеуге қабылданды» болып тұрғанда және БЖЗҚ орындағанға дейін.',
  pages: 'Беттер',
  nextPage: 'Келесі бет',
  firstPage: 'Бірінші бет',
  empty: {
    title: 'Сізде әзірге өтініш жоқ',
    what: 'БЖЗҚ-ға төлем, аударым, банктік деректемелерді өзгерту немесе ЕЗЖ қайтару туралы өтініш берсеңіз, ол осы жерде көрінеді.',
    where:
      'Өтінішті БЖЗҚ-ның enpf.kz сайтында немесе бөлімшесінде беруге болады. Сұрағыңыз болса, 1418 нөміріне хабарласыңыз.',
  },
  nothingFound: 'Бұл іріктеуге сай өтініш жоқ.',
  status: {
    accepted: 'Өңдеуге қабылданды',
    executed: 'Орындалды',
    refused: 'Бас тартылды',
    withdrawn: 'Күші жойылды',
    unclear: 'Мәртебесі нақтылануда',
  } satisfies Record<ShownStatus, string>,
  canBeWithdrawn: 'Күшін жоюға болады',
  bar: {
    'kind-is-final': 'Күшін жою көзделмеген',
    'already-executed': 'Орындалған, күші жойылмайды',
    'already-refused': 'Бас тартылған, күшін жою қажет емес',
    'already-withdrawn': 'Сіздің өтінішіңіз бойынша',
    'execution-started': 'Орындалып жатыр, күші енді жойылмайды',
    'withdrawal-being-checked': 'Күшін жоюға қойылған қолтаңба тексерілуде',
    'status-unclear': 'Мәртебесі белгілі болғанша күші жойылмайды',
  } satisfies Record<Bar, string>,
  contract: {
    mandatory: { short: 'МЗЖ', long: 'міндетті зейнетақы жарналары (МЗЖ)' },
    occupational: { short: 'МКЗЖ', long: 'міндетті кәсіптік зейнетақы жарналары (МКЗЖ)' },
    voluntary: { short: 'ЕЗЖ', long: 'ерікті зейнетақы жарналары (ЕЗЖ)' },
    employer: { short: 'ЖМЗЖ', long: 'жұмыс берушінің міндетті зейнетақы жарналары (ЖМЗЖ)' },
  } satisfies Record<ContractType, { short: string; long: string }>,
  purpose: {
    'housing-deposit': 'Одан әрі жинақтау үшін тұрғын үй құрылысы жинағына салымды толықтыру',
    'housing-purchase': 'Тұрғын үй сатып алу',
    'mortgage-repayment': 'Ипотекалық қарызды өтеу',
    treatment: 'Емделу ақысын төлеу',
  } satisfies Record<PurposeId, string>,
}
