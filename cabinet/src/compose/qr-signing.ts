// Signing with eGov Mobile: what it is for, and what follows.
import type { Iin } from '../citizens/iin.ts'
import { addressesAt } from '../qr-signing/addresses.ts'
import { arrivalOf } from '../qr-signing/arrival.ts'
import { completeOperation, takeBack } from '../qr-signing/complete-operation.ts'
import { giveDocuments } from '../qr-signing/give-documents.ts'
import { identificationPurpose } from '../qr-signing/identification.ts'
import { type Case, type Judgement, judgeSignatures } from '../qr-signing/judge-signatures.ts'
import type { Operation } from '../qr-signing/operation.ts'
import type { Purposes } from '../qr-signing/purpose.ts'
import { receiveAnswer } from '../qr-signing/receive-answer.ts'
import { outcomesIn } from '../qr-signing/record-outcome.ts'
import type { Ending } from '../qr-signing/routes.tsx'
import { startOperation } from '../qr-signing/start-operation.ts'
import { statementPurpose } from '../qr-signing/statement-purpose.ts'
import {
  cancelAllOf,
  findOperation,
  findOperationOf,
  forgetOperations,
  keepOperation,
  markScanned,
  noteProblem,
  recordCancelled,
  recordCancelledOf,
  recordCompleted,
  recordTakenBack,
} from '../qr-signing/store.ts'
import { operationTokens } from '../qr-signing/token.ts'
import { keepSecrets } from '../web/cookies.ts'
import type { ProblemCode } from '../web/problems.ts'
import { beginByPhone } from '../withdrawal/begin-by-phone.ts'
import { findDraftRow } from '../withdrawal/draft-store.ts'
import { phoneDocument } from '../withdrawal/phone-document.ts'
import { signByPhone } from '../withdrawal/sign-by-phone.ts'
import type { LoginQuestion, LoginVerdict } from '../xml-signature/whose-login.ts'
import type { SessionParts } from './sessions.ts'
import type { Whose } from './sign-in.ts'
import type { WithdrawalParts } from './withdrawal.ts'
import type { World } from './world.ts'

const PURPOSES: Purposes = {
  'sign-in': identificationPurpose({
    startsAt: '/sign-in',
    heading: { kk: 'eGov Mobile арқылы кіру', ru: 'Вход через eGov Mobile', en: 'Sign in with eGov Mobile' },
    title: { kk: 'Жеке кабинетке кіру', ru: 'Вход в личный кабинет', en: 'Sign in to the cabinet' },
  }),
  registration: identificationPurpose({
    startsAt: '/register',
    heading: { kk: 'eGov Mobile арқылы тіркелу', ru: 'Регистрация через eGov Mobile', en: 'Register with eGov Mobile' },
    title: { kk: 'Жеке кабинетке тіркелу', ru: 'Регистрация в личном кабинете', en: 'Register in the cabinet' },
  }),
  recovery: identificationPurpose({
    startsAt: '/forgotten-password',
    heading: {
      kk: 'eGov Mobile арқылы жаңа құпиясөз қою',
      ru: 'Новый пароль через eGov Mobile',
      en: 'A new password with eGov Mobile',
    },
    title: { kk: 'Жаңа құпиясөз қою', ru: 'Задать новый пароль', en: 'Set a new password' },
  }),
  rehearsal: identificationPurpose({
    startsAt: '/rehearsal',
    heading: { kk: 'eGov Mobile арқылы сынап көру', ru: 'Проверка eGov Mobile', en: 'Try eGov Mobile' },
    title: { kk: 'Кілтті сынап көру', ru: 'Проверка ключа', en: 'Try a key' },
  }),
}

/** `by`: what a phone shows to be given a statement. */
function statements(by: 'token' | 'eds'): Purposes {
  const words = {
    startsAt: '/applications',
    heading: { kk: 'QR қол қою', ru: 'QR-подписание', en: 'QR signing' },
    title: {
      kk: 'Өтініштің күшін жою туралы өтініш',
      ru: 'Заявление об отзыве заявления',
      en: 'Statement on withdrawal of an application',
    },
  }
  return { withdrawal: statementPurpose(words, by === 'eds' ? 'Eds' : 'Token') }
}

type Beginning = { readonly iin: Iin; readonly way: 'egov-mobile'; readonly starter: string }
type Begun = { kind: 'begun'; starter: string } | { kind: 'refusal'; code: ProblemCode }
type Begin = (beginning: Beginning) => Promise<Readonly<Begun>>

/** What registering and recovering do with whoever was identified. */
export type Beginnings = { readonly beginRegistration: Begin; readonly beginRecovery: Begin }

type WhoseLogin = (question: LoginQuestion) => Promise<LoginVerdict>

type MayBegin = (address: string) => Promise<{ readonly allowed: boolean }>

export function qrParts(
  world: World,
  whose: Whose,
  sessions: SessionParts,
  {
    withdrawal,
    ...beginnings
  }: Beginnings & {
    readonly mayBegin: MayBegin
    readonly withdrawal: WithdrawalParts
    readonly whoseLogin: WhoseLogin
  },
) {
  const { sql, now, publicUrl, config, observe } = world
  const { hash, cookies, visitor, enter } = sessions
  const scanned = markScanned(sql, hash)
  const forStatements = statements(config.QR_AUTH)
  const purposes: Purposes = { ...PURPOSES, ...forStatements }
  const find = findOperation(sql, hash)
  const cancel = recordCancelled(sql, hash)
  return {
    cookies,
    visitor,
    enter,
    now,
    mayBegin: beginnings.mayBegin,
    find,
    cancel,
    findForPhone: findForPhone(world, find),
    findOf: findOperationOf(sql, hash),
    cancelOf: recordCancelledOf(sql, hash),
    purposes,
    endings: endings(sessions, beginnings),
    addresses: addressesAt(publicUrl),
    tokens: operationTokens(hash),
    organisation: {
      name: { kk: config.ORGANISATION_NAME_KK, ru: config.ORGANISATION_NAME_RU, en: config.ORGANISATION_NAME_EN },
      bin: config.ORGANISATION_BIN,
    },
    markScanned: async (...scan: Parameters<typeof scanned>) => {
      await scanned(...scan)
      observe('phone', true)
    },
    start: startOperation({ site: publicUrl, purposes: PURPOSES, keep: keepOperation(sql, hash), cancel, now }),
    begin: beginByPhone({
      findDraft: withdrawal.findDraft,
      cancelAll: cancelAllOf(sql),
      start: startOperation({ site: publicUrl, purposes: forStatements, keep: keepOperation(sql, hash), cancel, now }),
      now,
    }),
    give: giveDocuments(sql, hash),
    whoseLogin: beginnings.whoseLogin,
    receive: receiveAnswer({
      purposes,
      arrivalOf: arrivalOf(sql, hash),
      find: findForPhone(world, find),
      judge: judgeBy(judgeSignatures(whose), signByPhone(withdrawal.sign)),
      outcomes: outcomesIn(sql, hash),
      noteProblem: noteProblem(sql, hash),
      now,
    }),
    complete: completeOperation({ find, recordCompleted: recordCompleted(sql, hash), now }),
    takeBack: takeBack(recordTakenBack(sql, hash)),
    forget: forgetOperations(sql),
  }
}

/** What one signs is a text of ours, or the statement that lies with its draft. */
function findForPhone({ sql, vault }: World, find: (id: string) => Promise<Operation | undefined>) {
  return async (id: string): Promise<Operation | undefined> => {
    const operation = await find(id)
    const draft = operation?.draft ? await findDraftRow(sql, vault, operation.draft) : undefined
    return operation && draft ? { ...operation, documents: [phoneDocument(draft, operation.confirmation)] } : operation
  }
}

type Judge = (signatures: Case) => Promise<Judgement>

/** A signature under a text says who one is; one under a statement completes the withdrawal. */
function judgeBy(identify: Judge, withdraw: Judge): Judge {
  return signatures => (signatures.draft ? withdraw(signatures) : identify(signatures))
}

function endings({ cookies, visitor, enter }: SessionParts, { beginRegistration, beginRecovery }: Beginnings) {
  const goOn =
    (begin: Begin, step: string): Ending =>
    async (c, { iin, starter }) => {
      const begun = await begin({ iin, way: 'egov-mobile', starter })
      if (begun.kind === 'refusal') return begun.code
      c.header('Set-Cookie', cookies.write('starter', begun.starter), { append: true })
      return { to: `/${c.get('language')}${step}` }
    }
  const signIn: Ending = async (c, { iin, next, madeAt }) => {
    const entered = await enter(iin, 'egov-mobile', visitor(c), { since: madeAt })
    if (entered.kind === 'refusal') return entered.code
    keepSecrets(c, cookies, entered.secrets)
    return { to: next ?? `/${c.get('language')}/services` }
  }
  return {
    'sign-in': signIn,
    registration: goOn(beginRegistration, '/register/person'),
    recovery: goOn(beginRecovery, '/forgotten-password/password'),
    rehearsal: async c => ({ to: `/${c.get('language')}/rehearsal/result` }),
  } satisfies Record<keyof typeof PURPOSES, Ending>
}
