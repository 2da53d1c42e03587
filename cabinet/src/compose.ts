// The only file that knows every part of the service. Read it to learn what depends on what.
import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { applicationApi } from './applications/api.ts'
import { listApplications } from './applications/list-store.ts'
import { readApplication } from './applications/read-application.ts'
import { readDetails } from './applications/read-details.ts'
import { applicationPages } from './applications/routes.tsx'
import { recordAct } from './audit/act.ts'
import { readCalendar } from './calendar/calendar.ts'
import { gbdflClient } from './citizens/gbdfl.ts'
import { personForStatement, personToSignIn } from './citizens/look-up-person.ts'
import { findPerson, keepPerson } from './citizens/store.ts'
import type { Config } from './config.ts'
import type { Sql } from './database/sql.ts'
import { coreApi } from './intake/api.ts'
import { claimExecution, releaseExecution } from './intake/claim-execution.ts'
import { findCoreKey } from './intake/core-key.ts'
import { receiveApplication } from './intake/receive-application.ts'
import { recordStatusEvent } from './intake/record-status-event.ts'
import { places } from './root.ts'
import { signInApi } from './sign-in/api.ts'
import { keyedHash } from './sign-in/keyed-hash.ts'
import { signInPages } from './sign-in/routes.tsx'
import { signIn } from './sign-in/sign-in.ts'
import { signOut } from './sign-in/sign-out.ts'
import { startSignIn } from './sign-in/start-sign-in.ts'
import { endSession, findSession, forgetExpired, keepChallenge, openSession, useChallenge } from './sign-in/store.ts'
import { type AuthoritySettings, openAuthorities } from './signatures/authorities.ts'
import type { VerificationPool } from './signatures/verification-pool.ts'
import { whoseSignature } from './signatures/whose-signature.ts'
import type { Log } from './web/access-log.ts'
import { type WebApp, webApp } from './web/app.ts'
import { readAssets } from './web/assets.ts'
import type { Env } from './web/context.ts'
import { cookiesFor } from './web/cookies.ts'
import { problemPage } from './web/problem-page.tsx'
import { withdrawalApi } from './withdrawal/api.ts'
import { findDraft, findLiveDraft, keepDraft, toDraft } from './withdrawal/draft-store.ts'
import { finishUndecided } from './withdrawal/finish-undecided.ts'
import { judgeSignature } from './withdrawal/judge.ts'
import { findEvidence, findRegistration } from './withdrawal/registration-store.ts'
import { withdrawalPages } from './withdrawal/routes.tsx'
import { signDraft } from './withdrawal/sign-draft.ts'
import { startDraft } from './withdrawal/start-draft.ts'
import type { RenderStatement } from './withdrawal/statement.ts'

/** What the parts are made with: the settings, the database, the clock and the log are given, so that tests give theirs. */
export type World = {
  readonly config: AuthoritySettings &
    Pick<
      Config,
      | ('NCALAYER_URL' | 'GBDFL_URL' | 'GBDFL_TOKEN' | 'GBDFL_TIMEOUT_MS' | 'PERSON_RECORD_HOURS')
      | ('CHECK_TIMEOUT_MS' | 'HOLD_HOURS')
    >
  readonly publicUrl: string
  readonly sessionKeys: readonly string[]
  readonly root: string
  readonly sql: Sql
  readonly pool: VerificationPool // it holds the trust
  readonly render: RenderStatement
  readonly now: () => Date
  readonly log: Log
}

export type Service = {
  readonly app: WebApp
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly jobs: Jobs
}

/** Work that no request waits for. Any instance may do it: the database hands it out. */
export type Jobs = {
  readonly finishUndecided: () => Promise<number>
  readonly forgetExpired: (now: Date) => Promise<void>
  readonly refreshLists: (whole: AbortSignal) => Promise<void> // of revoked certificates, where they are used
}

export function compose(world: World): Service {
  const { sql, log, pool, config } = world
  const files = places(world.root)
  const assets = readAssets(files.builtAssets)
  const authorities = openAuthorities(config, world)
  const whose = whoseSignature({ pool, authorities, timeoutMs: config.CHECK_TIMEOUT_MS, log })
  const parts = {
    signIn: signInParts(world, whose),
    applications: applicationParts(world),
    withdrawal: withdrawalParts(world, whose),
  }
  const pages = { assets, ncalayerUrl: config.NCALAYER_URL }

  const app = webApp(
    {
      publicUrl: world.publicUrl,
      ncalayerUrl: config.NCALAYER_URL,
      assetFolders: [files.builtAssets, files.assets],
      log,
      findSession: c => parts.signIn.findSession(c),
      refusalPage: (c, code) => problemPage(c, assets, code),
      isReady: async () => pool.isUp() && (await sql`select 1`.catch(() => [])).length === 1,
    },
    [
      api => signInApi(api, parts.signIn),
      api => applicationApi(api, parts.applications),
      api => withdrawalApi(api, parts.withdrawal),
      api => coreApi(api, coreParts(world)),
      site => signInPages(site, { ...pages, ...parts.signIn }),
      site => applicationPages(site, { ...pages, ...parts.applications }),
      site => withdrawalPages(site, { ...pages, ...parts.withdrawal }),
    ],
  )
  const jobs = {
    finishUndecided: parts.withdrawal.finishUndecided,
    forgetExpired: forgetExpired(sql),
    refreshLists: async (whole: AbortSignal) => authorities.lists?.refresh(whole),
  }
  return { app, fetch: request => app.fetch(request), jobs }
}

type Whose = ReturnType<typeof whoseSignature>

function signInParts({ sql, now, publicUrl, sessionKeys, config }: World, whose: Whose) {
  const hash = keyedHash(sessionKeys)
  const cookies = cookiesFor(publicUrl)
  const record = (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act)
  const enter = signIn({
    useChallenge: useChallenge(sql, hash),
    whoseSignature: whose,
    personToSignIn: personToSignIn(personNeeds({ sql, now, config })),
    openSession: openSession(sql, hash),
    endSession: endSession(sql, hash),
    record,
    now,
  })
  const leave = signOut({ endSession: endSession(sql, hash), record, now })
  const find = findSession(sql, hash)
  return {
    cookies,
    start: startSignIn({ site: publicUrl, keep: keepChallenge(sql, hash), now }),
    signIn: enter,
    signOut: leave,
    findSession: async (c: Context<Env>) => {
      const secret = cookies.read(c, 'session')
      return secret === undefined ? undefined : find(secret, now())
    },
  }
}

function personNeeds({ sql, now, config }: Pick<World, 'sql' | 'now' | 'config'>) {
  const { GBDFL_URL: url, GBDFL_TOKEN: token, GBDFL_TIMEOUT_MS: timeoutMs } = config
  return { ask: gbdflClient({ url, token, timeoutMs, now }), find: findPerson(sql), keep: keepPerson(sql), now }
}

function applicationParts({ sql, now, root }: World) {
  const calendar = readCalendar(JSON.parse(readFileSync(places(root).calendar, 'utf8')))
  return { list: listApplications(sql, now), details: readDetails({ sql, calendar, now }) }
}

function withdrawalParts(world: World, whose: Whose) {
  const { sql, now, config, log } = world
  const signing = { sql, now, judge: judgeSignature(whose), holdHours: config.HOLD_HOURS }
  return {
    startDraft: startDraft({
      readApplication: (iin, id) => readApplication(sql, iin, id),
      findLive: (iin, application, at) => findLiveDraft(sql, iin, application, at),
      personForStatement: personForStatement(personNeeds(world), config.PERSON_RECORD_HOURS),
      render: world.render,
      keep: keepDraft(sql),
      toDraft: (row, at) => toDraft(sql, row, at),
      now,
    }),
    findDraft: findDraft(sql, now),
    sign: signDraft(signing),
    findRegistration: findRegistration(sql),
    findEvidence: findEvidence(sql),
    finishUndecided: finishUndecided({ ...signing, report: (event, facts) => log('error', event, facts) }),
  }
}

function coreParts({ sql, now, log }: World) {
  const needs = { sql, now, alarm: (facts: object) => log('error', 'core-contradiction', facts) }
  return {
    receive: receiveApplication(needs),
    claim: claimExecution(needs),
    release: releaseExecution(needs),
    recordEvent: recordStatusEvent(needs),
    findKey: findCoreKey(sql),
    record: (act: Parameters<typeof recordAct>[1]) => recordAct(sql, act),
    now,
  }
}
