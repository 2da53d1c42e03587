// `otinish demo-account`: a person of a demonstration has a password from the start. It is read from standard input, so
// that no list of processes shows it.
import { text } from 'node:stream/consumers'
import { addAccount } from '../accounts/add-account.ts'
import { makeClock } from '../clock.ts'
import { readDemoConfig } from '../config.ts'
import { isLanguage } from '../web/language.ts'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'
import { withDatabase } from './with-database.ts'

export async function demoAccountCommand(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  const { iin, mail, phone, language = 'kk' } = readOptions(args, ['iin', 'mail', 'phone', 'language'])
  if (!iin || !mail || !phone || !isLanguage(language)) throw new UsageError()
  const config = readDemoConfig(environment)
  const password = (await text(process.stdin)).replace(/\r?\n$/, '')
  const wanted = { mode: config.MODE, iin, mail, phone, language, password, now: makeClock(config.CLOCK)() }
  await withDatabase(config, sql => addAccount(sql, wanted))
  console.log(JSON.stringify({ event: 'account-added' }))
}
