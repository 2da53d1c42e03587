// `otinish audit verify`: recomputes the chain of acts. It needs to read three tables and no more.
import { type Broken, verifyAudit, type Why } from '../audit/verify.ts'
import { readDatabaseConfig } from '../config.ts'
import { connect } from '../database/sql.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'
import { withAddresses } from './with-database.ts'

/** The record of acts does not hold. */
export class AuditError extends Error {
  override readonly name = 'AuditError'
}

export async function auditCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const [act, ...rest] = args
  const { head } = readOptions(rest, ['head'])
  if (act !== 'verify') throw new UsageError()
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) throw new UsageError('--head: 64 hex digits')
  const verdict = await withAddresses(readDatabaseConfig(environment), async ({ service }) => {
    const sql = connect(service, { connections: 1, statementTimeout: 0 })
    try {
      return await verifyAudit(sql)(head)
    } finally {
      await sql.end()
    }
  })
  if (verdict.is === 'broken') throw new AuditError(sentence(verdict))
  const { lines, waiting, head: last } = verdict
  console.log(JSON.stringify({ event: 'audit-verified', lines, waiting, head: last }))
}

const WHY = {
  'line-changed': 'the line, its place or its link was changed',
  'line-gone': 'the line is gone',
  'link-gone': 'the link is gone',
  'line-never-sealed': 'the line is not in the chain and does not wait for it: it was put in, or its link removed',
  'head-unknown': 'no link has the given hash: the chain was cut or written anew since it was noted',
} as const satisfies Record<Why, string>

function sentence({ why, place, line }: Broken): string {
  const where = [place && `link ${place}`, line && `line ${line}`].filter(Boolean).join(', ')
  return ['the record of acts does not hold', where, WHY[why]].filter(Boolean).join(': ')
}
