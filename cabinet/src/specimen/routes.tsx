// `/{language}/_specimen`: how everything looks, for those who make and review it. Not in production.
import type { Hono } from 'hono'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { documentOf, type Frame, frameOf } from '../web/page.tsx'
import { notFoundPage } from '../web/problem-page.tsx'
import { profileStates, registrationStates } from './accounts-states.tsx'
import { applicationStates } from './applications-states.tsx'
import { ComponentsPage } from './components-page.tsx'
import { messageStates } from './messages-states.tsx'
import { outageStates } from './outage-states.tsx'
import { shieldStates } from './shield-states.tsx'
import { signInStates } from './sign-in-states.tsx'
import type { Frames, States } from './specimen.ts'
import { verificationStates } from './verification-states.tsx'
import { withdrawalStates } from './withdrawal-states.tsx'

export const STATES: States = {
  ...applicationStates,
  ...withdrawalStates,
  ...verificationStates,
  ...signInStates,
  ...registrationStates,
  ...profileStates,
  ...messageStates,
  ...shieldStates,
  ...outageStates,
}

export function specimenPages(app: Hono<Env>, { assets }: { readonly assets: Assets }): void {
  app.get('/:language{kk|ru|en}/_specimen', c => {
    const { reader } = framesOf(frameOf(c, assets))
    const frame = { ...reader, visit: undefined } // the warning before the end stands among the parts, once
    return c.html(standingStill(documentOf(<ComponentsPage frame={frame} pages={Object.keys(STATES)} />)))
  })

  app.get('/:language{kk|ru|en}/_specimen/:state', c => {
    const name = c.req.param('state')
    const page = Object.hasOwn(STATES, name) ? STATES[name] : undefined
    if (!page) return notFoundPage(c, assets)
    return c.html(standingStill(documentOf(page(framesOf(frameOf(c, assets))))))
  })
}

/** Whoever looks at a specimen is nobody to it: the reader on it is made up. */
export function framesOf(frame: Frame): Frames {
  const anybody = { ...frame, who: undefined, visit: undefined, ended: undefined, announcements: [] }
  const visit = { key: 'specimen', left: 900, isLast: false, unread: 3, alarmed: false }
  return { anybody, reader: { ...anybody, who: 'Әбілқасымұлы Ғұмар', visit } }
}

/** No script runs on a specimen: there is no session to watch and no phone to wait for. */
function standingStill(html: string): string {
  return html.replace(/<script type="module" src="[^"]*"><\/script>/g, '')
}
