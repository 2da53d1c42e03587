// A client of one address of an authority: each attempt has its time, a few attempts with pauses, and a circuit breaker,
// so that a silent authority costs nobody more than a moment and is not pressed while it recovers.
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import { type Silence, SilenceError } from './authority-call.ts'

export type Answered<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'silent'; readonly why: Silence }

export type ClientOptions = {
  readonly timeoutMs: number // of one attempt
  readonly report: (event: 'authority-silent' | 'authority-left-alone' | 'authority-back', why?: Silence) => void
  readonly pauseMs?: number // before the second attempt; later ones wait longer
  readonly openMs?: number // how long a silent authority is left alone
}

/** Runs an attempt under the rules above; `signal` ends the whole. Never throws for what the authority does. */
export type Client = <T>(attempt: (signal: AbortSignal) => Promise<T>, signal: AbortSignal) => Promise<Answered<T>>

const ATTEMPTS_MORE = 2
const FAILURES_TO_OPEN = 5 // in a row: two people's attempts at least
const OPEN_MS = 10_000 // then one call is let through to see, while the others wait for what it finds
const MAX_PAUSE = 1_500

/** What another attempt may mend; the rest is told at once. */
const PASSING: ReadonlySet<Silence> = new Set(['unreachable', 'timeout', 'server-error'])

export function authorityClient(options: ClientOptions): Client {
  const { timeoutMs, report, pauseMs = 150, openMs = OPEN_MS } = options
  // Decorrelated jitter is cockatiel's default: no two clients press a recovering authority in step.
  const backoff = new ExponentialBackoff({ initialDelay: pauseMs, maxDelay: MAX_PAUSE })
  const retried = retry(
    handleWhen(error => PASSING.has(silenceOf(error))),
    { maxAttempts: ATTEMPTS_MORE, backoff },
  )
  const breaker = circuitBreaker(
    handleWhen(error => !(error instanceof GivenUpError)),
    { halfOpenAfter: openMs, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) },
  )
  breaker.onBreak(() => report('authority-left-alone'))
  breaker.onReset(() => report('authority-back'))
  const limited = timeout(timeoutMs, TimeoutStrategy.Aggressive)
  const guarded = wrap(retried, breaker)
  return async (attempt, signal) => {
    if (signal.aborted) return { kind: 'silent', why: 'timeout' } // we were too late: nothing was asked
    const once = (context: { readonly signal: AbortSignal }) =>
      limited
        .execute(({ signal }) => attempt(signal), context.signal)
        .catch((cause: unknown) => {
          throw signal.aborted ? new GivenUpError('timeout', { cause }) : cause
        })
    try {
      return { kind: 'answer', value: await guarded.execute(once, signal) }
    } catch (error) {
      const why = silenceOf(error)
      report('authority-silent', why)
      return { kind: 'silent', why }
    }
  }
}

/** Whoever asked waits no longer, however long the authority has had: that says nothing of it, and opens no circuit for others. */
class GivenUpError extends SilenceError {}

/** Throws on what is no silence but a fault of ours. */
function silenceOf(error: unknown): Silence {
  if (error instanceof SilenceError) return error.why
  if (error instanceof BrokenCircuitError) return 'circuit-open'
  if (error instanceof TaskCancelledError) return 'timeout'
  throw error
}
