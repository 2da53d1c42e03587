// Messages to people: what is told, how it is sent, the inbox.
import type { MiddlewareHandler } from 'hono'
import { codeDigits } from '../accounts/code-digits.ts'
import { findStanding } from '../notifications/choices-store.ts'
import { choose } from '../notifications/choose.ts'
import { courier } from '../notifications/courier.ts'
import { deliver } from '../notifications/deliver.ts'
import { findBrokenContacts, forgetDeliveries } from '../notifications/delivery-store.ts'
import { findByCode, findMessage, listMessages, markAllRead, markRead } from '../notifications/inbox-store.ts'
import { mailSender } from '../notifications/mail.ts'
import { noticed } from '../notifications/noticed.ts'
import type { ProofOf } from '../notifications/send-proof.ts'
import { smsSender } from '../notifications/sms.ts'
import { keyedHash } from '../sessions/keyed-hash.ts'
import { barsChange } from '../shield/bar-changes.ts'
import { alertCode, findAlarm } from '../shield/store.ts'
import type { WithdrawalParts } from './withdrawal.ts'
import type { World } from './world.ts'

type Download = WithdrawalParts['download']

export function notificationParts(world: World, download: Download) {
  const { sql, now, log, sessionKeys, publicUrl } = world
  const { mail, sms } = senders(world)
  const needs = {
    sql,
    now,
    log,
    publicUrl,
    codeDigits: codeDigits(sessionKeys),
    alertCode: alertCode(sql, keyedHash(sessionKeys)),
    proofOf: proofBy(download),
  }
  // One for each channel: a mail server that is slow to answer holds up no code by SMS, and the other way round.
  const couriers = [
    { mail, sms: undefined },
    { mail: undefined, sms },
  ].map(way => courier(deliver({ ...needs, ...way })))
  const round = async () => (await Promise.all(couriers.map(one => one()))).reduce((sum, sent) => sum + sent, 0)
  return {
    deliver: round,
    sendAfterwards: sendAfterwards(() => {
      round().catch(error => log('error', 'messages-failed', { error: String(error) }))
    }),
    forget: forgetDeliveries(sql),
    findBrokenContacts: findBrokenContacts(sql),
    inbox: {
      list: listMessages(sql),
      find: findMessage(sql),
      markRead: markRead(sql),
      markAllRead: markAllRead(sql),
      findByCode: findByCode(sql),
      now,
    },
    choices: { findStanding: findStanding(sql), choose: choose({ sql, barsChange: barsChange(findAlarm), now }) },
  }
}

export type NotificationParts = ReturnType<typeof notificationParts>

/** The receipt and the archive, as the person may download them. */
function proofBy(download: Download): ProofOf {
  return async (iin, registration) => {
    const receipt = await download(iin, registration, 'receipt')
    const evidence = await download(iin, registration, 'evidence')
    if (!receipt || !evidence || receipt === 'erased' || evidence === 'erased') return undefined
    const number = registration.replace(/\D/g, '')
    return [
      { name: `receipt-${number}.pdf`, ...receipt },
      { name: `evidence-${number}.zip`, ...evidence },
    ]
  }
}

function senders({ config, now, log, observe }: World) {
  const { SMTP_URL, MAIL_FROM, SMS_URL, SMS_TOKEN } = config
  return {
    mail:
      SMTP_URL === undefined
        ? undefined
        : noticed(mailSender({ url: SMTP_URL, from: MAIL_FROM, now, log }), up => observe('mail', up)),
    sms:
      SMS_URL === undefined
        ? undefined
        : noticed(smsSender({ url: SMS_URL, token: SMS_TOKEN, log }), up => observe('sms', up)),
  }
}

/** Somebody may be waiting for a code: what a request may have queued goes out once it is answered, without being waited for. */
function sendAfterwards(send: () => void): MiddlewareHandler {
  return async (c, next) => {
    await next()
    if (!['GET', 'HEAD', 'OPTIONS'].includes(c.req.method)) send()
  }
}
