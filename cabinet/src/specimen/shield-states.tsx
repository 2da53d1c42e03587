// «Бұл мен емес»: the alert, what was done, and how it is taken back.
import { AlertPage, ProtectionPage, RaisedPage } from '../shield/page.tsx'
import type { Frame } from '../web/page.tsx'
import { BeforePage } from '../withdrawal/before-page.tsx'
import { NOW, type States } from './specimen.ts'
import { before } from './withdrawal-states.tsx'

const OF_APPLICATION = { id: 'a-1', number: '1114647-ИБР' }
/** As every page looks meanwhile. */
const alarmed = (frame: Frame): Frame => ({ ...frame, visit: frame.visit && { ...frame.visit, alarmed: true } })

const CODE = '0123456789abcdefghjk'

export const shieldStates: States = {
  alert: ({ anybody }) => (
    <AlertPage
      frame={anybody}
      alert={{ notice: { kind: 'bank-details-filed', ...OF_APPLICATION }, at: NOW }}
      code={CODE}
    />
  ),
  'alert-of-draft': ({ anybody }) => (
    <AlertPage
      frame={anybody}
      alert={{ notice: { kind: 'withdrawal-drafted', ...OF_APPLICATION }, at: NOW }}
      code={CODE}
    />
  ),
  'alarm-raised': ({ anybody }) => <RaisedPage frame={anybody} checking={[]} />,
  'alarm-raised-late': ({ anybody }) => <RaisedPage frame={anybody} checking={[OF_APPLICATION.number]} />,
  protection: ({ reader }) => (
    <ProtectionPage frame={reader} view={{ raisedAt: undefined, mayLift: false, lifted: true }} />
  ),
  'protection-raised': ({ reader }) => (
    <ProtectionPage frame={alarmed(reader)} view={{ raisedAt: NOW, mayLift: true }} />
  ),
  'protection-password': ({ reader }) => (
    <ProtectionPage frame={alarmed(reader)} view={{ raisedAt: NOW, mayLift: false, refused: true }} />
  ),
  'before-stopped': ({ reader }) => <BeforePage frame={alarmed(reader)} view={before()} />,
}
