// Every simulator of the command, or none: the process would go on with those that did start.
import type { DemoAuthority } from '../demo/authority.ts'
import { PERSONS } from '../demo/persons.ts'
import { startEgovMobile } from '../egov-mobile/server.ts'
import { startGbdfl } from '../gbdfl/server.ts'
import { PortBusyError } from '../listen.ts'
import { startMail } from '../mail/server.ts'
import { type NcaLayer, startNcaLayer } from '../ncalayer/server.ts'
import { startPki } from '../pki/server.ts'
import { startSms } from '../sms/server.ts'

export type PortName = 'ncalayer' | 'ncalayer-page' | 'gbdfl' | 'pki' | 'smtp' | 'mail-page' | 'sms' | 'egov-mobile'

export type Needs = {
  readonly ports: { readonly [name in PortName]: number | undefined }
  readonly authority: DemoAuthority
  readonly keys: readonly string[] // folders of key files
  readonly sites: readonly string[] // origins that eGov Mobile may go to without https
  readonly now: () => Date
}

const NCALAYER_PORT = 13579 // where pages look for the real program
const NCALAYER_PAGE_PORT = 13580

export const SMS_TOKEN = 'sms-demo'

/** Throws PortBusyError. */
export async function startAll({ ports, authority, keys, sites, now }: Needs) {
  const stops: (() => Promise<void>)[] = []
  const stop = () => Promise.all(stops.map(close => close()))
  const begun = async <One extends { close(): Promise<void> }>(starting: Promise<One>): Promise<One> => {
    const one = await starting
    stops.push(one.close)
    return one
  }
  const revoked = authority.keys.flatMap(({ revocation }) => revocation ?? [])
  const ncalayerAt = (port: number, pagePort: number) => startNcaLayer({ port, page: true, pagePort, keys, now })
  try {
    const pki = await begun(startPki({ port: ports.pki ?? 0, authority: authority.authority, now, revoked }))
    const phone = { port: ports['egov-mobile'] ?? 0, domains: sites, keys, now, tsp: pki.tsp }
    return {
      stop,
      pki,
      gbdfl: await begun(startGbdfl({ port: ports.gbdfl ?? 0, persons: PERSONS, now })),
      egovMobile: await begun(startEgovMobile(phone)),
      ncalayer: await begun(startWithPorts(ports.ncalayer, ports['ncalayer-page'], ncalayerAt)),
      mail: await begun(startMail({ port: ports.smtp ?? 0, pagePort: ports['mail-page'] ?? 0, now })),
      sms: await begun(startSms({ port: ports.sms ?? 0, token: SMS_TOKEN, now })),
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** A port that was asked for must be free; the usual ones give way to any other when they are taken. */
async function startWithPorts(
  port: number | undefined,
  page: number | undefined,
  start: (port: number, page: number) => Promise<NcaLayer>,
): Promise<NcaLayer> {
  try {
    return await start(port ?? NCALAYER_PORT, page ?? NCALAYER_PAGE_PORT)
  } catch (error) {
    if (!(error instanceof PortBusyError) || (port !== undefined && page !== undefined)) throw error
    return start(port ?? 0, page ?? 0)
  }
}
