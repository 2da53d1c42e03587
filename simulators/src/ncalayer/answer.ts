// What one frame of a page is answered with: the dispatcher, the module `basics`, and the script of misbehaviour.
import type { Desk } from './desk.ts'
import { cancelled, type Failure, failureFrame, moduleNotFound, notJson } from './frames.ts'
import type { KeyRing, OpenKey } from './key-ring.ts'
import type { Behaviour, Settings } from './settings.ts'
import { readSignArguments, type SignRequest } from './sign-arguments.ts'
import { signDocuments } from './sign-documents.ts'

export type Reply = { readonly kind: 'frame'; readonly text: string } | { readonly kind: 'silence' | 'close' }

export type Peer = { readonly origin: string; readonly isGone: () => boolean }

export type Needs = {
  readonly desk: Desk
  readonly keys: KeyRing
  settings(): Settings
  nextBehaviour(): Behaviour
  now(): Date
}

const BASICS = 'kz.gov.pki.knca.basics'
const GARBAGE = 'NCALayer \u0000 {"status": tru'

/** The reply to one text frame. Frames of one page are answered one after another: nothing ties answers to requests. */
export async function answerFrame(needs: Needs, text: string, peer: Peer): Promise<Reply> {
  const call = readCall(text)
  if (!call) return frame(notJson())
  if (call['module'] !== BASICS) return frame(moduleNotFound()) // without a module: the applet, off since 10.2024
  if (call['method'] !== 'sign') return frame(failureFrame(noSuchMethod(String(call['method']))))
  const behaviour = needs.nextBehaviour()
  if (behaviour === 'module-not-found') return frame(moduleNotFound())

  const request = readSignArguments(call['args'])
  if ('kind' in request) return frame(failureFrame(request))
  return (MISBEHAVIOURS[behaviour] ?? sign)(needs, request, peer, behaviour)
}

type Act = (needs: Needs, request: SignRequest, peer: Peer, behaviour: Behaviour) => Reply | Promise<Reply>

const MISBEHAVIOURS: { readonly [behaviour in Behaviour]?: Act } = {
  cancel: () => frame(cancelled()),
  hang: () => ({ kind: 'silence' }),
  close: () => ({ kind: 'close' }),
  garbage: () => frame(GARBAGE),
  'invocation-error': () => fail('INVOCATION_ERROR', 'An invoked method threw an exception.'),
  'general-error': () => fail('GENERAL_ERROR', 'General error.'),
  'invalid-signing-params': () => fail('INVALID_SIGNING_PARAMS', 'Invalid signing params.'),
  'signing-failure': () => fail('SIGNING_FAILURE', 'Signing failed.'),
  'sign-something-else': (needs, request, peer, behaviour) => {
    const other = new TextEncoder().encode('Another document than the one that was shown.')
    return sign(needs, { ...request, data: request.data.map(() => other) }, peer, behaviour)
  },
}

async function sign(needs: Needs, request: SignRequest, peer: Peer, behaviour: Behaviour): Promise<Reply> {
  const key = await chooseKey(needs, request, peer, behaviour)
  if (!key) return frame(cancelled())
  return frame(signDocuments(key.store, request, needs.settings(), needs.now()))
}

/** In the automatic mode a dialog in which nothing fits is closed, as a person would close it. */
async function chooseKey(
  needs: Needs,
  request: SignRequest,
  peer: Peer,
  behaviour: Behaviour,
): Promise<OpenKey | undefined> {
  const settings = needs.settings()
  if (behaviour === 'wrong-person') return needs.keys.stranger(settings, request, needs.now())
  if (settings.mode === 'auto') {
    return hasFiles(request) ? needs.keys.automatic(settings, request, needs.now()) : undefined
  }
  const outcome = await needs.desk.ask({ origin: peer.origin, request, isDeserted: peer.isGone })
  return outcome.kind === 'chosen' ? outcome.key : undefined
}

/** Key files are the only storage here; a page that allows only tokens is shown an empty list. */
export function hasFiles(request: SignRequest): boolean {
  return request.storages === undefined || request.storages.includes('PKCS12')
}

function readCall(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return value as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}

function noSuchMethod(method: string): Failure {
  const details = `java.lang.NoSuchMethodException: ${method}`
  return { kind: 'failure', code: 'GENERAL_ERROR', message: 'No such method.', details }
}

function fail(code: Failure['code'], message: string): Reply {
  return frame(failureFrame({ kind: 'failure', code, message }))
}

function frame(text: string): Reply {
  return { kind: 'frame', text }
}
