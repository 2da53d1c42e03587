// How a mail server or an SMS gateway is called: each attempt has its time, a broken connection is tried again at once, and
// one that stays silent is left alone for a moment, so that it is not pressed while it recovers.
import {
  BrokenCircuitError,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleAll,
  handleWhen,
  retry,
  TaskCancelledError,
  TimeoutStrategy,
  timeout,
  wrap,
} from 'cockatiel'
import type { Log } from '../web/access-log.ts'
import { NotSentError, type SendOutcome, type Silent } from './outgoing.ts'

export type ChannelOptions = {
  readonly channel: 'mail' | 'sms'
  readonly timeoutMs: number // of one attempt
  readonly log: Log
  readonly openMs?: number // how long it is left alone
}

/** Runs an attempt under these rules. Never throws for what the other side does. */
export type ChannelClient = (attempt: (signal: AbortSignal) => Promise<SendOutcome>) => Promise<SendOutcome>

const ATTEMPTS_MORE = 2
const FAILURES_TO_OPEN = 5 // in a row
const OPEN_MS = 5_000

export function channelClient({ channel, timeoutMs, log, openMs = OPEN_MS }: ChannelOptions): ChannelClient {
  // Not after a timeout: it may have been taken, and asking again at once would deliver it twice.
  const again = handleWhen(error => error instanceof NotSentError && error.why === 'unreachable')
  const retried = retry(again, {
    maxAttempts: ATTEMPTS_MORE,
    backoff: new ExponentialBackoff({ initialDelay: 100, maxDelay: 1_000 }),
  })
  const breaker = circuitBreaker(handleAll, {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN),
  })
  breaker.onBreak(() => log('warn', 'channel-left-alone', { channel }))
  breaker.onReset(() => log('info', 'channel-back', { channel }))
  const policy = wrap(retried, breaker, timeout(timeoutMs, TimeoutStrategy.Aggressive))
  return async attempt => {
    try {
      return await policy.execute(({ signal }) => attempt(signal))
    } catch (error) {
      return { kind: 'silent', why: silenceOf(error) }
    }
  }
}

/** Throws on what is no silence but a fault of ours. */
function silenceOf(error: unknown): Silent {
  if (error instanceof NotSentError) return error.why
  if (error instanceof BrokenCircuitError) return 'left-alone'
  if (error instanceof TaskCancelledError) return 'timeout'
  throw error
}
