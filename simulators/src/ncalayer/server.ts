// NCALayer as a browser meets it: a WebSocket on the loopback address that greets first and signs with real keys.
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { type WebSocket, WebSocketServer } from 'ws'
import { listen, stop } from '../listen.ts'
import { answerFrame, type Needs, type Peer, type Reply } from './answer.ts'
import { openDesk } from './desk.ts'
import { greeting } from './frames.ts'
import { keyRing } from './key-ring.ts'
import { startPage } from './page-server.ts'
import { type Behaviour, type Settings, USUAL } from './settings.ts'

export type Options = {
  readonly port: number // 13579 in real life; 0: any free one
  readonly page?: boolean // the person's page on a port of its own; without it the mode should be `auto`
  readonly pagePort?: number
  readonly keys: readonly string[] // folders with .p12 files
  readonly now: () => Date
  readonly script?: readonly Behaviour[]
  readonly settings?: Partial<Settings>
}

export type NcaLayer = {
  readonly url: string
  readonly pageUrl: string | undefined
  configure(change: Partial<Settings>): void
  script(behaviours: readonly Behaviour[]): void // replaces what is left of the last one
  close(): Promise<void>
}

const HEARTBEAT = '--heartbeat--'
const MAX_FRAME = 64 * 1024 * 1024

/** Starts it. Throws PortBusyError when a port is taken. */
export async function startNcaLayer(options: Options): Promise<NcaLayer> {
  const control = controls(options)
  const needs: Needs = { ...control, desk: openDesk(), keys: keyRing(options.keys), now: options.now }
  const http = createServer((_, response) => response.end('NCALayer simulator: connect by WebSocket.\n'))
  const sockets = new WebSocketServer({ server: http, maxPayload: MAX_FRAME })
  sockets.on('error', () => undefined) // the same error reaches whoever called listen
  sockets.on('connection', (socket, request) => serve(needs, socket, request, control.nextGreeting()))

  const port = await listen(http, options.port)
  const page = options.page ? await pageBeside(http, { ...needs, ...control }, options.pagePort ?? 0) : undefined
  return {
    url: `ws://127.0.0.1:${port}/`,
    pageUrl: page?.url,
    configure: control.configure,
    script: control.script,
    async close() {
      for (const socket of sockets.clients) socket.terminate()
      await Promise.all([stop(http), page?.close()])
    },
  }
}

/** When the page cannot start, the socket must not stay behind. */
async function pageBeside(http: Server, needs: Needs & Controls, port: number) {
  try {
    return await startPage(needs, port)
  } catch (error) {
    await stop(http)
    throw error
  }
}

export type Controls = {
  settings(): Settings
  configure(change: Partial<Settings>): void
  script(behaviours: readonly Behaviour[]): void
  nextBehaviour(): Behaviour
  nextGreeting(): 'at-once' | 'late' | 'never'
}

function controls(options: Options): Controls {
  let settings: Settings = { ...USUAL, ...options.settings }
  let script = [...(options.script ?? [])]
  const take = (wanted: Behaviour): boolean => {
    if (script[0] !== wanted) return false
    script = script.slice(1)
    return true
  }
  return {
    settings: () => settings,
    configure(change) {
      const choice = 'mode' in change ? { key: undefined, person: undefined } : {} // a new mode forgets the old key
      settings = { ...settings, ...choice, ...change }
    },
    script(behaviours) {
      script = [...behaviours]
    },
    nextBehaviour: () => script.shift() ?? 'sign',
    nextGreeting: () => (take('late-greeting') ? 'late' : take('no-greeting') ? 'never' : 'at-once'),
  }
}

function serve(needs: Needs, socket: WebSocket, request: IncomingMessage, greet: 'at-once' | 'late' | 'never'): void {
  const peer: Peer = { origin: request.headers.origin ?? '', isGone: () => socket.readyState !== socket.OPEN }
  const hello = greeting(needs.settings().version)
  let owesGreeting = greet === 'late'
  let before: Promise<void> = Promise.resolve()

  if (greet === 'at-once') socket.send(hello)
  socket.on('close', () => needs.desk.changed())
  socket.on('error', () => socket.terminate())
  socket.on('message', message => {
    const text = String(message)
    if (owesGreeting) socket.send(hello)
    owesGreeting = false
    if (text === HEARTBEAT) return socket.send(text) // answered also while a dialog is open
    before = before.then(async () => reply(socket, await answerFrame(needs, text, peer)))
    before.catch(() => socket.terminate())
  })
}

function reply(socket: WebSocket, answer: Reply): void {
  if (socket.readyState !== socket.OPEN) return
  if (answer.kind === 'frame') socket.send(answer.text)
  if (answer.kind === 'close') socket.terminate()
}
