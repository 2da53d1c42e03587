// The words of a statement of withdrawal: one source for the PDF that is signed (kk, ru) and for the page (kk, ru, en).
// The English words are a translation for the reader and are never signed (memo items S-82 … S-88, O-13 … O-17, O-26, O-32).
import { kindOf } from '../applications/kinds.ts'
import { formatDate, formatKazakhOfDate, formatLongDate } from '../web/format.ts'
import type { Language, Localised } from '../web/language.ts'
import type { StatementFacts } from './statement.ts'

export type StatementLine = { readonly label: string; readonly value: string }

export type StatementText = {
  readonly language: Language
  readonly addressee: string
  readonly heading: readonly [string, string] // two lines, in the order of the language
  readonly applicant: readonly StatementLine[]
  readonly request: string
  readonly consent: string
  readonly colophon: readonly StatementLine[] // date drawn up, version of the consent, id of the draft
  readonly note: string
}

/** What a person agrees to, by version. A version that was once signed is never edited: add a new one. */
const CONSENTS: Readonly<Record<string, Localised>> = {
  '2026-1': {
    kk: 'Осы өтінішке қол қойылып, ол БЖЗҚ-да тіркелгеннен кейін оны кері қайтаруға болмайтынын, ал жаңа өтініш берсем, оны орындау мерзімі басынан есептелетінін түсінемін.',
    ru: 'Понимаю, что после подписания этого заявления и его регистрации в ЕНПФ отменить его нельзя, а если я подам новое заявление, срок его исполнения начнётся заново.',
    en: 'I understand that once this statement is signed and registered by the UAPF it cannot be undone, and that if I file a new application its term starts anew.',
  },
}

const WORDS: Readonly<Record<Language, Words>> = {
  kk: {
    addressee: '«Бірыңғай жинақтаушы зейнетақы қоры» АҚ-ға',
    heading: ['Өтініштің күшін жою туралы', 'ӨТІНІШ'],
    agree: 'Келісемін.',
    labels: ['Тегі', 'Аты', 'Әкесінің аты', 'Туған күні', 'ЖСН', 'ӘЖК'],
    colophon: ['Жасалған күні', 'Келісім мәтінінің нұсқасы', 'Өтініш жобасының нөмірі'],
    note: 'Электрондық цифрлық қолтаңба қойылғаннан кейін ғана жарамды.',
  },
  ru: {
    addressee: 'В АО «Единый накопительный пенсионный фонд»',
    heading: ['ЗАЯВЛЕНИЕ', 'об отзыве заявления'],
    agree: 'Согласен (согласна).',
    labels: ['Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'ИИН', 'СИК'],
    colophon: ['Дата составления', 'Версия текста согласия', 'Номер проекта заявления'],
    note: 'Действительно только с электронной цифровой подписью.',
  },
  en: {
    addressee: 'To the Unified Accumulative Pension Fund JSC',
    heading: ['STATEMENT', 'on withdrawal of an application'],
    agree: 'I agree.',
    labels: ['Surname', 'Name', 'Patronymic', 'Date of birth', 'IIN', 'SIC'],
    colophon: ['Date drawn up', 'Version of the consent', 'Number of the draft'],
    note: 'Valid only with an electronic digital signature.',
  },
}

type Words = {
  readonly addressee: string
  readonly heading: readonly [string, string]
  readonly agree: string
  readonly labels: readonly [string, string, string, string, string, string]
  readonly colophon: readonly [string, string, string]
  readonly note: string
}

/** The statement in one language. Throws when the consent's version is not one of ours. */
export function statementText(facts: StatementFacts, language: Language): StatementText {
  const words = WORDS[language]
  return {
    language,
    addressee: words.addressee,
    heading: words.heading,
    applicant: applicantLines(facts, words, language),
    request: requestSentence(facts, language),
    consent: `${words.agree} ${consentSentence(facts.consentVersion, language)}`,
    colophon: colophonLines(facts, words, language),
    note: words.note,
  }
}

/** What one agrees to by «Келісемін» in this version. */
export function consentSentence(version: string, language: Language): string {
  const consent = CONSENTS[version]
  if (!consent) throw new Error(`no consent text of version ${version}`)
  return consent[language]
}

function applicantLines({ person }: StatementFacts, words: Words, language: Language): StatementLine[] {
  const [surname, name, patronymic, birthDate, iin, sic] = words.labels
  return [
    { label: surname, value: person.surname },
    { label: name, value: person.name },
    ...(person.patronymic ? [{ label: patronymic, value: person.patronymic }] : []),
    { label: birthDate, value: formatDate(person.birthDate, language) },
    { label: iin, value: person.iin },
    ...(person.sic ? [{ label: sic, value: person.sic }] : []),
  ]
}

/** «Банктік деректемелерді өзгерту туралы 2026 жылғы 16 маусымдағы № 1114647-ИБР өтініштің күшін жоюды сұраймын.» */
function requestSentence({ application }: StatementFacts, language: Language): string {
  const { withdrawal } = kindOf(application.kind)
  if (!withdrawal.possible) throw new Error(`no statement of withdrawal for the kind ${application.kind}`)
  const subject = withdrawal.subject[language]
  const number = `${language === 'en' ? 'No.' : '№'}\u00a0${application.number}`
  if (language === 'kk')
    return `${capitalised(subject)} ${formatKazakhOfDate(application.filedOn)} ${number} өтініштің күшін жоюды сұраймын.`
  const date = formatLongDate(application.filedOn, language)
  if (language === 'ru') return `Прошу отозвать заявление ${subject} от ${date} ${number}.`
  return `I ask for the withdrawal of the application ${subject}, of ${date}, ${number}.`
}

function colophonLines(facts: StatementFacts, words: Words, language: Language): StatementLine[] {
  const [drawnUpOn, version, draft] = words.colophon
  return [
    { label: drawnUpOn, value: formatDate(facts.drawnUpOn, language) },
    { label: version, value: facts.consentVersion },
    { label: draft, value: facts.draft },
  ]
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('kk') + text.slice(1)
}
