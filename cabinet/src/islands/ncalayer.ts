// A client of NCALayer, the program that holds the keys: one signature over a WebSocket, as a machine of three states.
// It opens the socket when asked and never by itself, sends once and never again, and ends in exactly one outcome.
import { type Answer, type Ask, readFrame, requestOf } from './ncalayer-frames.ts'

/** A conversation goes through these, each with its time limit … */
type State = 'connecting' | 'greeting' | 'waiting'

/** … and ends in one of these. */
export type Outcome =
  | Answer
  | { readonly is: 'stopped' } // the person stopped waiting here; NCALayer's window may still be open
  | { readonly is: 'unreachable' } // why, a page cannot know
  | { readonly is: 'interrupted' } // closed before an answer: nothing was signed here
  | { readonly is: 'timed-out' }

/** What can happen: to the socket, to the clock, by the person, or a frame that arrives. */
type Event = 'opened' | 'greeted' | 'closed' | 'late' | 'stopped' | Answer

const LIMITS: Readonly<Record<State, number>> = { connecting: 5_000, greeting: 5_000, waiting: 10 * 60_000 }

const STOPPED: Outcome = { is: 'stopped' }
const UNREACHABLE: Outcome = { is: 'unreachable' }
const INTERRUPTED: Outcome = { is: 'interrupted' }

/** Where an event leads. What has no line changes nothing: a second greeting, an answer before we asked. */
const TRANSITIONS: Readonly<Record<State, Readonly<Partial<Record<Extract<Event, string>, State | Outcome>>>>> = {
  connecting: { opened: 'greeting', closed: UNREACHABLE, late: UNREACHABLE, stopped: STOPPED },
  greeting: { greeted: 'waiting', late: 'waiting', closed: INTERRUPTED, stopped: STOPPED }, // not greeted, we ask all the same
  waiting: { closed: INTERRUPTED, late: { is: 'timed-out' }, stopped: STOPPED },
}

function next(state: State, event: Event): State | Outcome {
  if (typeof event === 'string') return TRANSITIONS[state][event] ?? state
  return state === 'waiting' ? event : state
}

export type Phase = 'connecting' | 'waiting' // what a person is told

export type NcaLayer = {
  /** Asks for one signature. While one is asked for, the same outcome answers every further call. */
  sign(ask: Ask, tell?: (phase: Phase) => void): Promise<Outcome>
  /** Ends the waiting on our side. NCALayer cannot be told to cancel. */
  stop(): void
}

export function ncaLayer(url: string, open = (address: string): WebSocket => new WebSocket(address)): NcaLayer {
  let current: Promise<Outcome> | undefined
  let stop = () => {}
  return {
    sign(ask, tell = () => {}) {
      current ??= new Promise<Outcome>(resolve => {
        stop = converse(() => open(url), requestOf(ask), tell, resolve)
      }).finally(() => {
        current = undefined
      })
      return current
    },
    stop: () => stop(),
  }
}

/** One conversation: the machine with a real socket and a real clock. Answers how to stop it. */
function converse(open: () => WebSocket, request: string, tell: (phase: Phase) => void, done: (o: Outcome) => void) {
  let state: State | Outcome = 'connecting'
  let timer: ReturnType<typeof setTimeout>
  let socket: WebSocket | undefined

  const enter = (to: State | Outcome) => {
    state = to
    clearTimeout(timer)
    if (typeof to !== 'string') {
      socket?.close()
      return done(to)
    }
    timer = setTimeout(() => happen('late'), LIMITS[to])
    if (to !== 'greeting') tell(to)
    if (to === 'waiting') socket?.send(request)
  }
  const happen = (event: Event) => {
    if (typeof state !== 'string') return // over: whatever still comes is ignored
    const to = next(state, event)
    if (to !== state) enter(to)
  }

  enter('connecting')
  try {
    socket = open()
    socket.onopen = () => happen('opened')
    socket.onclose = () => happen('closed')
    socket.onmessage = ({ data }) => {
      const event = readFrame(data)
      if (event) happen(event)
    }
  } catch {
    happen('closed') // a policy or a malformed address: as opaque as the rest
  }
  return () => happen('stopped')
}
