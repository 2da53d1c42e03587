// Starts everything that surrounds the service, and says on one line when and where it is ready.
import { existsSync } from 'node:fs'
import { createAuthority, type DemoKey } from '../demo/authority.ts'
import { firstMoment } from '../demo/first-moment.ts'
import { PERSONS, type Person } from '../demo/persons.ts'
import { SMS_TOKEN, startAll } from './start-all.ts'
import { readClock, readOptions, readPort, USUAL_DATA, UsageError } from './usage.ts'

const OPTIONS = {
  data: { type: 'string' },
  keys: { type: 'string', multiple: true },
  clock: { type: 'string' },
  'ncalayer-port': { type: 'string' },
  'ncalayer-page-port': { type: 'string' },
  'gbdfl-port': { type: 'string' },
  'pki-port': { type: 'string' },
  'smtp-port': { type: 'string' },
  'mail-page-port': { type: 'string' },
  'sms-port': { type: 'string' },
  'egov-mobile-port': { type: 'string' },
  site: { type: 'string', multiple: true },
} as const

/** Runs until SIGINT or SIGTERM. */
export async function serveCommand(args: readonly string[]): Promise<void> {
  const { values, positionals } = readOptions(args, OPTIONS)
  if (positionals.length > 0) throw new UsageError(`not a command: ${positionals[0]}`)
  const now = readClock(values.clock)
  const ports = {
    ncalayer: readPort(values['ncalayer-port']),
    'ncalayer-page': readPort(values['ncalayer-page-port']),
    gbdfl: readPort(values['gbdfl-port']),
    pki: readPort(values['pki-port']),
    smtp: readPort(values['smtp-port']),
    'mail-page': readPort(values['mail-page-port']),
    sms: readPort(values['sms-port']),
    'egov-mobile': readPort(values['egov-mobile-port']),
  }
  const data = values.data ?? USUAL_DATA
  firstMoment(data, now()) // so that a later `seed` dates its applications by this clock
  const authority = await createAuthority(data, now())
  const keys = [authority.keysDir, ...(values.keys ?? [])]
  const missing = keys.find(folder => !existsSync(folder))
  if (missing) throw new UsageError(`no such folder: ${missing}`)

  const sites = values.site ?? []
  const { gbdfl, pki, ncalayer, mail, sms, egovMobile, stop } = await startAll({ ports, authority, keys, sites, now })

  stopOnSignal(stop)
  console.log(
    JSON.stringify({
      ready: true,
      ncalayer: ncalayer.url,
      ncalayerPage: ncalayer.pageUrl,
      gbdfl: gbdfl.url,
      ocspGost: pki.ocspGost,
      ocspRsa: pki.ocspRsa,
      tsp: pki.tsp,
      crlGost: pki.crl.gost,
      crlGostDelta: pki.crl.gostDelta,
      crlRsa: pki.crl.rsa,
      crlRsaDelta: pki.crl.rsaDelta,
      pkiControl: pki.controlUrl,
      smtp: mail.url,
      mailPage: mail.pageUrl,
      smsGateway: sms.url,
      smsToken: SMS_TOKEN,
      smsPage: sms.pageUrl,
      egovMobile: egovMobile.url,
      egovMobilePage: egovMobile.pageUrl,
      trustDir: authority.trustDir,
      keysDir: authority.keysDir,
      sealKey: authority.sealFile,
      persons: PERSONS.map(person => summary(person, authority.keys)),
    }),
  )
}

function summary(person: Person, keys: readonly DemoKey[]) {
  const name = [person.surname, person.name, person.patronymic].filter(part => part !== null).join(' ')
  const own = keys.filter(({ iin }) => iin === person.iin)
  return {
    iin: person.iin,
    name,
    keys: own.map(({ file, purpose, what, password }) => ({ file, purpose, what, password })),
  }
}

function stopOnSignal(stop: () => Promise<unknown>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(() => process.exit(0))
    })
  }
}
