// The connection to PostgreSQL. Dates stay ISO text (a date has no zone), numerics stay text (money is not a float).
import postgres from 'postgres'

export type Sql = postgres.Sql<{ date: string }>
export type Tx = postgres.TransactionSql<{ date: string }>

const DATE = { to: 1082, from: [1082], serialize: (text: string) => text, parse: (text: string) => text }

export type ConnectionOptions = { readonly connections?: number; readonly statementTimeout?: number }

/** Opens a pool. Nothing is sent before the first query. */
export function connect(url: string, options: ConnectionOptions = {}): Sql {
  return postgres(url, {
    max: options.connections ?? 10,
    onnotice: () => {},
    types: { date: DATE },
    connection: {
      application_name: 'otinish',
      statement_timeout: options.statementTimeout ?? 10_000,
      idle_in_transaction_session_timeout: 30_000,
      plan_cache_mode: 'force_generic_plan', // else a statement on a partitioned table is planned anew each time, and that takes longer
    },
  })
}
