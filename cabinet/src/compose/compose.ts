// The only folder that knows every part of the service; this file names them all. Read it to learn what depends on what.
import { applicationApi } from '../applications/api.ts'
import { detailsPages } from '../applications/details-routes.tsx'
import { applicationPages } from '../applications/routes.tsx'
import { contactPages } from '../contacts/routes.tsx'
import { deadlinePages } from '../deadlines/routes.ts'
import { documentApi } from '../documents/api.ts'
import { certificatePages } from '../documents/certificate-routes.tsx'
import { coreDocumentApi } from '../documents/core-api.ts'
import { documentPages } from '../documents/routes.tsx'
import { openVault } from '../evidence/vault.ts'
import { wrappingKeys } from '../evidence/wrapping-keys.ts'
import { helpPages } from '../help/routes.tsx'
import { coreApi } from '../intake/api.ts'
import { choicePages } from '../notifications/choice-routes.tsx'
import { linkPages } from '../notifications/link-routes.tsx'
import { inboxPages } from '../notifications/routes.tsx'
import { profilePages } from '../profile/routes.tsx'
import { qrApi } from '../qr-signing/api.ts'
import { phoneApi } from '../qr-signing/phone-api.ts'
import { qrPages } from '../qr-signing/routes.tsx'
import { passwordPages } from '../recovery/change-routes.tsx'
import { recoveryPages } from '../recovery/routes.tsx'
import { registrationPages } from '../registration/routes.tsx'
import { places } from '../root.ts'
import { statusPages } from '../service-status/routes.tsx'
import { openSightings, type Sightings } from '../service-status/sightings.ts'
import { sessionPages } from '../sessions/routes.tsx'
import { shieldPages } from '../shield/routes.tsx'
import { signInApi } from '../sign-in/api.ts'
import { passwordApi } from '../sign-in/password-api.ts'
import { rehearsalPages } from '../sign-in/rehearsal-routes.tsx'
import { signInPages } from '../sign-in/routes.tsx'
import { openAuthorities } from '../signatures/authorities.ts'
import { whoseSignature } from '../signatures/whose-signature.ts'
import { specimenPages } from '../specimen/routes.tsx'
import { kindPages } from '../statistics/routes.tsx'
import { verificationApi } from '../verification/api.ts'
import { verificationPages } from '../verification/routes.tsx'
import { announce } from '../web/announcement.ts'
import { type WebApp, webApp } from '../web/app.ts'
import { type Assets, readAssets } from '../web/assets.ts'
import { problemPage } from '../web/problem-page.tsx'
import { withdrawalApi } from '../withdrawal/api.ts'
import { beforePages } from '../withdrawal/before-routes.tsx'
import { phoneSigningApi } from '../withdrawal/phone-api.ts'
import { withdrawalPhonePages } from '../withdrawal/phone-routes.tsx'
import { withdrawalPages } from '../withdrawal/routes.tsx'
import { whoseLogin } from '../xml-signature/whose-login.ts'
import { accountParts } from './accounts.ts'
import { applicationParts } from './applications.ts'
import { archiveParts } from './archive.ts'
import { auditParts } from './audit.ts'
import { deadlineParts } from './deadlines.ts'
import { documentParts } from './documents.ts'
import { coreParts } from './intake.ts'
import { notificationParts } from './notifications.ts'
import { profileParts } from './profile.ts'
import { qrParts } from './qr-signing.ts'
import { registrationParts } from './registration.ts'
import { statusParts } from './service-status.ts'
import { sessionParts } from './sessions.ts'
import { shieldParts } from './shield.ts'
import { signInParts } from './sign-in.ts'
import { statisticsParts } from './statistics.ts'
import { verificationParts } from './verification.ts'
import { withdrawalParts } from './withdrawal.ts'
import type { Given, World } from './world.ts'

export type Service = {
  readonly app: WebApp
  readonly fetch: (request: Request) => Response | Promise<Response>
  readonly jobs: Jobs
}

/** Work that no request waits for. Any instance may do it: the database hands it out. */
export type Jobs = {
  readonly finishUndecided: () => Promise<number>
  readonly deliverMessages: () => Promise<number>
  readonly forgetExpired: (now: Date) => Promise<void>
  readonly sealAudit: () => Promise<void>
  readonly completeEvidence: () => Promise<number> // receipts and seals of withdrawals
  readonly lookAtSealKey: () => Promise<void> // each instance at its own
  readonly noteOutside: () => Promise<void> // what this instance has seen of those outside
  readonly recountDeadlines: (whole: AbortSignal) => Promise<void>
  readonly computeStatistics: () => Promise<void>
  readonly keepCodes: () => Promise<number> // of withdrawals, so that they outlive the keys they were made with
  readonly keepRoots: () => Promise<void> // over the evidence of each day, with time stamps
  readonly refreshLists: (whole: AbortSignal) => Promise<void> // of revoked certificates, where they are used
}

export function compose(given: Given): Service {
  const sightings = openSightings(given.now)
  const vault = openVault(wrappingKeys(given.evidenceKeys))
  const world = { ...given, observe: sightings.observe, vault }
  const parts = partsOf(world, sightings)
  const files = places(world.root)
  const assets = readAssets(files.builtAssets)
  const { publicUrl, log, sql, pool, config } = world
  const app = webApp(
    {
      publicUrl,
      ncalayerUrl: config.NCALAYER_URL,
      assetFolders: [files.builtAssets, files.assets],
      log,
      findSession: parts.sessions.findSession,
      beginnings: parts.sessions,
      refusalPage: (c, code) => problemPage(c, assets, code),
      isReady: async () => pool.isUp() && (await sql`select 1`.catch(() => [])).length === 1,
    },
    [
      ...featuresOf(parts, { assets, ncalayerUrl: config.NCALAYER_URL }),
      ...(config.MODE === 'production' ? [] : [(site: WebApp) => specimenPages(site, { assets })]),
    ],
  )
  return { app, fetch: request => app.fetch(request), jobs: jobsOf(parts) }
}

type Parts = ReturnType<typeof partsOf>

function partsOf(world: World, sightings: Sightings) {
  const { log, pool, config, now } = world
  const authorities = openAuthorities(config, world)
  const asking = { pool, authorities, timeoutMs: config.CHECK_TIMEOUT_MS, now, log }
  const whoIsThere = whoseSignature({ ...asking, lane: 'visitors' }) // anybody may ask: it holds up no act
  const sessions = sessionParts(world)
  const accounts = accountParts(world, sessions)
  const signIn = signInParts(world, whoIsThere, sessions, accounts)
  const withdrawal = withdrawalParts(world, whoseSignature({ ...asking, lane: 'acts' }))
  const messages = notificationParts(world, withdrawal.download)
  const registering = registrationParts(world, sessions, accounts, signIn.identify)
  const documents = documentParts(world)
  const deadlines = deadlineParts(world)
  const statistics = statisticsParts(world, deadlines)
  const { registration, recovery } = registering
  const login = whoseLogin({ ...asking, lane: 'visitors' })
  return {
    authorities,
    sessions,
    accounts,
    signIn,
    messages,
    registering,
    qr: qrParts(world, whoIsThere, sessions, { ...registration, ...recovery, withdrawal, whoseLogin: login }),
    applications: applicationParts(world, { documents, deadlines, statistics }),
    statistics,
    documents,
    deadlines,
    withdrawal,
    core: coreParts(world, deadlines),
    profile: profileParts(world, messages),
    audit: auditParts(world),
    shield: shieldParts(world, sessions),
    status: statusParts(world, sightings),
    verification: verificationParts(world, authorities),
    archive: archiveParts(world, authorities),
  }
}

type PageNeeds = { readonly assets: Assets; readonly ncalayerUrl: string }

function featuresOf(parts: Parts, pages: PageNeeds): readonly ((app: WebApp) => void)[] {
  const { registering } = parts
  const { certificates } = parts.documents
  return [
    all => all.use(parts.messages.sendAfterwards, announce(parts.status.announcements)),
    api => signInApi(api, parts.signIn),
    api => passwordApi(api, parts.accounts),
    api => qrApi(api, parts.qr),
    api => phoneApi(api, { ...parts.qr, find: parts.qr.findForPhone }),
    api => applicationApi(api, parts.applications),
    api => withdrawalApi(api, parts.withdrawal),
    api => phoneSigningApi(api, parts.qr),
    api => documentApi(api, parts.documents),
    api => verificationApi(api, parts.verification),
    api => coreApi(api, parts.core),
    api => coreDocumentApi(api, parts.documents.core),
    site => helpPages(site, pages),
    site => statusPages(site, { ...pages, ...parts.status }),
    site => sessionPages(site, { ...pages, ...parts.sessions }),
    site => signInPages(site, { ...pages, ...parts.signIn }),
    site => rehearsalPages(site, { ...pages, ...parts.signIn }),
    site => registrationPages(site, { ...pages, ...registering.registration }),
    site => recoveryPages(site, { ...pages, ...registering.recovery }),
    site => contactPages(site, { ...pages, ...registering.contacts }),
    site => passwordPages(site, { ...pages, ...registering.password }),
    site => qrPages(site, { ...pages, ...parts.qr }),
    site => applicationPages(site, { ...pages, ...parts.applications }),
    site => documentPages(site, { ...pages, ...parts.documents }),
    site => detailsPages(site, { ...pages, ...parts.applications, cookies: parts.sessions.cookies }),
    site => kindPages(site, { ...pages, ...parts.statistics }),
    site =>
      certificatePages(site, { ...pages, ...certificates, issue: certificates.issuer(parts.applications.details) }),
    site => verificationPages(site, { ...pages, ...parts.verification }),
    site => deadlinePages(site, { ...pages, ...parts.deadlines, details: parts.applications.details }),
    site => inboxPages(site, { ...pages, ...parts.messages.inbox }),
    site => linkPages(site, parts.messages.inbox),
    site => choicePages(site, { ...pages, ...parts.messages.choices }),
    site => shieldPages(site, { ...pages, ...parts.shield }),
    site => profilePages(site, { ...pages, ...parts.profile }),
    site =>
      beforePages(site, {
        ...{ ...pages, ...parts.withdrawal, details: parts.applications.details },
        sightings: async () => (await parts.status.picture()).sightings,
      }),
    site => withdrawalPages(site, { ...pages, ...parts.withdrawal }),
    site => withdrawalPhonePages(site, { ...pages, ...parts.qr, ...parts.withdrawal }),
  ]
}

function jobsOf({ withdrawal, messages, audit, deadlines, statistics, authorities, ...parts }: Parts): Jobs {
  const forgetting = [parts.signIn, parts.qr, parts.sessions, parts.shield, messages, parts.accounts, parts.registering]
  return {
    finishUndecided: withdrawal.finishUndecided,
    deliverMessages: messages.deliver,
    forgetExpired: async now => {
      for (const { forget } of forgetting) await forget(now)
    },
    sealAudit: audit.seal,
    completeEvidence: withdrawal.completeEvidence,
    lookAtSealKey: withdrawal.lookAtSealKey,
    noteOutside: parts.status.writeDown,
    recountDeadlines: deadlines.recount,
    computeStatistics: statistics.compute,
    keepCodes: parts.verification.keepCodes,
    keepRoots: parts.archive.keepRoots,
    refreshLists: async whole => authorities.lists?.refresh(whole),
  }
}
