// The only folder that knows every part of the service; this file names them all. Read it to learn what depends on what.
import { applicationApi } from '../applications/api.ts'
import { applicationPages } from '../applications/routes.tsx'
import { coreApi } from '../intake/api.ts'
import { places } from '../root.ts'
import { signInApi } from '../sign-in/api.ts'
import { signInPages } from '../sign-in/routes.tsx'
import { openAuthorities } from '../signatures/authorities.ts'
import { whoseSignature } from '../signatures/whose-signature.ts'
import { type WebApp, webApp } from '../web/app.ts'
import { readAssets } from '../web/assets.ts'
import { problemPage } from '../web/problem-page.tsx'
import { withdrawalApi } from '../withdrawal/api.ts'
import { withdrawalPages } from '../withdrawal/routes.tsx'
import { applicationParts } from './applications.ts'
import { coreParts } from './intake.ts'
import { sessionParts } from './sessions.ts'
import { signInParts } from './sign-in.ts'
import { withdrawalParts } from './withdrawal.ts'
import type { World } from './world.ts'

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
  const sessions = sessionParts(world)
  const parts = {
    signIn: signInParts(world, whose, sessions),
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
      findSession: sessions.findSession,
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
    forgetExpired: async (now: Date) => {
      await parts.signIn.forget(now)
      await sessions.forget(now)
    },
    refreshLists: async (whole: AbortSignal) => authorities.lists?.refresh(whole),
  }
  return { app, fetch: request => app.fetch(request), jobs }
}
