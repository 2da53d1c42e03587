// The authorities whom the service asks, put together from the settings: responders, stamps, revocation lists.
import type { Config } from '../config.ts'
import type { Log } from '../web/access-log.ts'
import { type Ask, askBy, OCSP, type Protocol, TSP } from './ask.ts'
import { authorityClient, type Client } from './authority-client.ts'
import { openRevocationLists, type RevocationLists } from './revocation-lists.ts'
import type { VerificationPool } from './verification-pool.ts'
import type { Authorities } from './whose-signature.ts'

export type AuthoritySettings = Pick<
  Config,
  'REVOCATION' | 'OCSP_URL_GOST' | 'OCSP_URL_RSA' | 'TSP_URL' | 'CRL_URLS' | 'CRL_DIR' | 'AUTHORITY_TIMEOUT_MS'
>

type Needs = {
  readonly pool: VerificationPool
  readonly now: () => Date
  readonly log: Log
  readonly observe: (name: 'ocsp-gost' | 'ocsp-rsa' | 'tsp', answered: boolean) => void
}

const DOWNLOAD_MS = 60_000 // the national list is of 22 MB

export function openAuthorities(
  settings: AuthoritySettings,
  needs: Needs,
): Authorities & { readonly lists: RevocationLists | undefined } {
  const clientOf = clients(needs.log)
  const ask = (name: Parameters<Needs['observe']>[0], protocol: Protocol, url: string) => {
    const client = clientOf(url, settings.AUTHORITY_TIMEOUT_MS)
    return observed(askBy(protocol, { url, client, now: needs.now }), answered => needs.observe(name, answered))
  }
  const sources = settings.CRL_URLS.map(url => ({ url, client: clientOf(url, DOWNLOAD_MS) }))
  const lists =
    settings.REVOCATION === 'ocsp-or-crl'
      ? openRevocationLists({ ...needs, folder: settings.CRL_DIR, sources })
      : undefined
  return {
    ocsp: { gost: ask('ocsp-gost', OCSP, settings.OCSP_URL_GOST), rsa: ask('ocsp-rsa', OCSP, settings.OCSP_URL_RSA) },
    timestamp: settings.TSP_URL === undefined ? undefined : ask('tsp', TSP, settings.TSP_URL),
    lists,
  }
}

/** Whether they answered; while they are left alone nobody asks, and nothing is learned. */
function observed(ask: Ask, observe: (answered: boolean) => void): Ask {
  return async (request, whole) => {
    const answer = await ask(request, whole)
    if (answer.kind === 'answer') observe(true)
    else if (answer.why !== 'circuit-open') observe(false)
    return answer
  }
}

/** One for each address, however many things are asked there: what opens its circuit is one authority's silence. */
function clients(log: Log): (url: string, timeoutMs: number) => Client {
  const known = new Map<string, Client>()
  return (url, timeoutMs) => {
    const address = new URL(url)
    const client =
      known.get(url) ??
      authorityClient({
        timeoutMs,
        report: (event, why) => log(LEVEL[event], event, { authority: `${address.host}${address.pathname}`, why }),
      })
    known.set(url, client)
    return client
  }
}

const LEVEL = { 'authority-silent': 'warn', 'authority-left-alone': 'error', 'authority-back': 'info' } as const
