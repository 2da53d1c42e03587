// The log: one JSON line per event, a stable `event` word first. Nothing personal goes in.
import pino from 'pino'
import type { Log } from './web/access-log.ts'

/** Lines go to stderr: stdout carries the one line that says that the service is ready. */
export function makeLog(level: string): Log {
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: false }),
  )
  return (severity, event, facts = {}) => logger[severity]({ event, ...facts })
}
