// Documents of an application: what the fund sent, what is made here, the certificate of status (memo items S-65, S-68, O-10, O-24).
import type { DocumentItem, DocumentKind } from '../../../applications/view.ts'
import type { PaperKind } from '../../../documents/paper.ts'

type MadeBy = Extract<DocumentItem, { madeBy: string }>['madeBy']
type NoDocument = Extract<DocumentItem, { reason: string }>['reason']

export const documents = {
  name: {
    fund: { receipt: 'Құжаттарды қабылдау туралы қолхат', application: 'Берілген өтініш' },
    service: { receipt: 'Құжаттарды қабылдау туралы қолхат', application: 'Өтініш туралы мәлімет' },
  } satisfies Record<MadeBy, Record<DocumentKind, string>>,
  list: {
    title: 'Құжаттар',
    madeBy: {
      fund: (date: string) => `БЖЗҚ ${date} күні жіберген.`,
      service: (date: string) =>
        `Осы сервис БЖЗҚ-ның ${date} күнгі мәліметі бойынша жасайды. Қол қойылған түпнұсқаның көшірмесі емес.`,
    } satisfies Record<MadeBy, (date: string) => string>,
    none: {
      'name-unknown':
        'Жүктеп алуға болмайды: БЖЗҚ бұл құжатты жібермеген, ал оны осы жерде жасау үшін аты-жөніңіз қажет. Кабинеттен шығып, қайта кіріңіз.',
    } satisfies Record<NoDocument, string>,
  },
  certificate: {
    title: 'Мәртебе туралы анықтама',
    lead: 'Өтініштің қазіргі мәртебесі жазылған бір беттік PDF. Оны көрсеткен жеріңізде, мысалы банкте, код арқылы тексере алады.',
    button: 'Анықтама алу',
  },
  issued: {
    title: 'Анықтама дайын',
    download: 'Анықтаманы жүктеп алу',
    code: 'Тексеру коды',
    check: 'Анықтаманы кім тексере алады',
    checkLead: 'Анықтаманы көрсеткен адамыңыз оны QR-код арқылы немесе кодты мына бетте теріп тексереді:',
    seen: 'Оған аты-жөніңіздің бас әріптері, өтініштің түрі мен нөмірі, анықтамадағы мәртебе және оның содан бері өзгерген-өзгермегені ғана көрінеді. Әр тексеру «Кім менің деректерімді қарады» бетінде жазылады.',
    again:
      'Мәртебе өзгерсе, жаңа анықтама алыңыз. Мәртебе өзгермесе, сол күні қайта сұралған анықтама осының өзі болады.',
  },
  paper: {
    name: {
      receipt: 'Құжаттарды қабылдау туралы қолхат',
      application: 'Өтініш туралы мәлімет',
      certificate: 'Өтініштің мәртебесі туралы анықтама',
    } satisfies Record<PaperKind, string>,
    certificateOf: (number: string) => `№\u00a0${number} өтініштің мәртебесі туралы анықтама`,
    lead: {
      receipt: 'Бұл қолхат төмендегі өтініштің БЖЗҚ-ға келіп түскенін растайды.',
      application: 'Төменде өтініш туралы БЖЗҚ осы сервиске жіберген мәлімет берілген.',
      certificate: 'Өтініштің мәртебесі БЖЗҚ-ның электрондық жазбасы бойынша көрсетілген.',
    } satisfies Record<PaperKind, string>,
    line: {
      certificate: 'Анықтаманың нөмірі',
      applicant: 'Өтініш беруші',
      iin: 'ЖСН',
      kind: 'Өтініштің түрі',
      number: 'Өтініш №',
      filedOn: 'Берілген күні',
      receivedAt: 'БЖЗҚ-ға келіп түскені',
      counterparty: 'Ұйым',
      amount: 'Сомасы',
      contract: 'Шарт түрі',
      purpose: 'БЗТ алу мақсаты',
      operatorRelease: 'Беру фактісі',
      status: 'Мәртебесі',
      since: 'Қашаннан бері',
      deadline: 'Орындау мерзімі',
      registration: 'Күшін жоюдың тіркеу нөмірі',
      asOf: 'Мәліметтің уақыты',
      validUntil: 'Тексеруге болатын мерзімі',
    },
    until: (date: string) => `${date} күнін қоса алғанда`,
    operations: 'Операциялар',
    operation: ['Күні', 'Сомасы', 'Шарт түрі', 'Мәртебесі'],
    more: (count: number) => `Мұнда көрсетілмеген операция саны: ${count}. Олар жеке кабинетте тұр.`,
    note: {
      receipt:
        'Қолхатты осы сервис БЖЗҚ-ның электрондық жазбасынан жасады. Ол өтініш берген кезде алынған немесе қол қойылған қағаздың көшірмесі емес.',
      application:
        'Бұл мәліметті осы сервис БЖЗҚ-ның электрондық жазбасынан жасады. Ол қол қойылған өтініштің көшірмесі емес және оны алмастырмайды.',
      certificate:
        'Анықтаманы осы сервис БЖЗҚ-ның электрондық жазбасынан жасады. Мәртебе кейін өзгеруі мүмкін: өзгерген-өзгермегенін код арқылы тексеріңіз.',
    } satisfies Record<PaperKind, string>,
    iinNote: 'ЖСН-ның соңғы төрт саны ғана көрсетілген: оны жеке куәлікпен салыстыруға болады.',
    check: (address: string) =>
      `Құжатты тексеру: QR-кодты камерамен оқытыңыз немесе ${address} бетінде мына кодты теріңіз. Аты-жөннің бас әріптері, өтініштің нөмірі мен мәліметтері сәйкес келуі тиіс.`,
    qr: 'Құжатты тексеру бетіне апаратын QR-код',
    bin: 'БСН',
    phone: 'Байланыс орталығы',
    footer: 'Тексеру коды',
  },
}
