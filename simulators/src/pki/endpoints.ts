// Where each service of the authority is asked, and what it answers there when nothing is wrong with the line.
import { publisher } from '../crl/publish.ts'
import { answerOcsp, type OcspMode } from '../ocsp/answer.ts'
import { answerTsp, type TspMode } from '../tsp/answer.ts'
import type { Authority, Office } from './authority.ts'
import type { Revocation } from './revocation.ts'
import { makeImpostor, type ServiceName } from './services.ts'
import type { CrlMode } from './settings.ts'

export type Modes = { readonly ocsp: OcspMode; readonly tsp: TspMode; readonly crl: CrlMode }

export type Endpoint = {
  readonly service: keyof Modes
  readonly takes: string | undefined // the media type of what is posted; undefined: it is fetched by GET
  readonly gives: string
  answer(request: Uint8Array, modes: Modes): Promise<Uint8Array>
}

export type Needs = {
  readonly authority: Authority
  readonly revoked: () => readonly Revocation[]
  readonly now: () => Date
}

type Kind = Revocation['by']
type Signer = (name: ServiceName, mode: string) => Promise<Office>

/** Every endpoint by its path. */
export function endpoints(needs: Needs): Readonly<Record<string, Endpoint>> {
  const { authority, revoked } = needs
  const signer = signers(authority)
  const of = (kind: Kind) => () => revoked().filter(({ by }) => by === kind)
  return {
    '/ocsp/gost': ocsp('gost', needs, signer),
    '/ocsp/rsa': ocsp('rsa', needs, signer),
    '/tsp': tsp(needs, signer),
    ...lists('issuing-gost', { ...needs, revoked: of('gost') }, signer),
    ...lists('issuing-rsa', { ...needs, revoked: of('rsa') }, signer),
    ...lists('root-gost', { ...needs, revoked: () => [] }, signer),
    ...lists('root-rsa', { ...needs, revoked: () => [] }, signer),
  }
}

function ocsp(kind: Kind, { authority, revoked, now }: Needs, signer: Signer): Endpoint {
  return {
    service: 'ocsp',
    takes: 'application/ocsp-request',
    gives: 'application/ocsp-response',
    answer: async (request, modes) =>
      answerOcsp(request, modes.ocsp, {
        issuer: authority[`issuing-${kind}`],
        responder: authority[`ocsp-${kind}`],
        impostor: await signer(`ocsp-${kind}`, modes.ocsp),
        revoked: revoked(),
        now: now(),
      }),
  }
}

function tsp({ authority, now }: Needs, signer: Signer): Endpoint {
  return {
    service: 'tsp',
    takes: 'application/timestamp-query',
    gives: 'application/timestamp-reply',
    answer: async (request, modes) =>
      answerTsp(request, modes.tsp, {
        authorities: { gost: authority['tsa-gost'], rsa: authority['tsa-rsa'] },
        impostors: { gost: await signer('tsa-gost', modes.tsp), rsa: await signer('tsa-rsa', modes.tsp) },
        now: now(),
      }),
  }
}

/** The full list of an office and its delta. */
function lists(name: `${'issuing' | 'root'}-${Kind}`, needs: Needs, signer: Signer): Record<string, Endpoint> {
  const { authority, revoked, now } = needs
  const office = authority[name]
  const publish = publisher(office, revoked, now())
  const list = (write: typeof publish.full): Endpoint => ({
    service: 'crl',
    takes: undefined,
    gives: 'application/pkix-crl',
    answer: async (_, { crl }) => {
      const stranger = crl === 'forged' ? { key: (await signer(`ocsp-${office.key.kind}`, crl)).key } : {}
      return write(now(), { late: crl === 'old', ...stranger })
    },
  })
  return { [`/crl/${name}.crl`]: list(publish.full), [`/crl/${name}_d.crl`]: list(publish.delta) }
}

/** An impostor where the mode wants one, made when first needed; else the service itself. */
function signers(authority: Authority): Signer {
  const impostors = new Map<ServiceName, Promise<Office>>()
  return async (name, mode) => {
    if (mode !== 'lying' && mode !== 'forged') return authority[name]
    const impostor = impostors.get(name) ?? makeImpostor(name, authority)
    impostors.set(name, impostor)
    return impostor
  }
}
