// Addresses of the page on which one chooses what is sent.
import type { Context, Hono } from 'hono'
import type { Iin } from '../citizens/iin.ts'
import { changesStopped } from '../shield/changes-stopped.ts'
import type { Assets } from '../web/assets.ts'
import type { Env } from '../web/context.ts'
import { readForm, textOf } from '../web/form.ts'
import { documentOf, frameOf } from '../web/page.tsx'
import { signedIn } from '../web/signed-in.ts'
import { ChoicePage, type ChoiceView } from './choice-page.tsx'
import { type Choices, changed, parseChoices, readChoices } from './choices.ts'
import type { Standing } from './choices-store.ts'
import type { ChooseOutcome, Choosing } from './choose.ts'
import { CHOICES_PATH } from './paths.ts'

export type ChoicePageNeeds = {
  readonly assets: Assets
  findStanding(iin: Iin): Promise<Standing | undefined>
  choose(choosing: Choosing): Promise<ChooseOutcome>
}

const NOBODY: Standing = { choices: readChoices({}), contacts: { mail: undefined, phone: undefined } }

export function choicePages(app: Hono<Env>, needs: ChoicePageNeeds): void {
  const show = async (c: Context<Env>, iin: Iin, over: (stands: Choices) => Partial<ChoiceView>) => {
    const standing = (await needs.findStanding(iin)) ?? NOBODY
    const frame = frameOf(c, needs.assets, CHOICES_PATH)
    const view = { ...standing, ...over(standing.choices) }
    const status = view.silenced ? 422 : view.again ? 429 : 200
    return c.html(documentOf(<ChoicePage frame={frame} view={view} />), status)
  }

  app.get(
    `/:language{kk|ru|en}${CHOICES_PATH}`,
    signedIn((c, { person }) => show(c, person.iin, () => ({ saved: savedOf(c.req.query('saved')) }))),
  )

  app.post(
    `/:language{kk|ru|en}${CHOICES_PATH}`,
    signedIn(async (c, session) => {
      const { iin } = session.person
      const form = await readForm(c)
      const shown = parseChoices(textOf(form['shown']).split(' '))
      const ticked = parseChoices(Object.keys(form))
      const outcome = await needs.choose({ iin, session, shown, ticked })
      if (outcome.kind === 'refusal') return changesStopped(c, needs.assets)
      if (outcome.kind === 'silenced')
        return show(c, iin, stands => ({ silenced: outcome.event, ticked: changed(stands, shown, ticked) }))
      if (outcome.kind === 'too-often')
        return show(c, iin, stands => ({ again: outcome.again, ticked: changed(stands, shown, ticked) }))
      const saved = outcome.kind === 'no-contacts' ? '' : `?saved=${outcome.isOff ? 'off' : 'on'}`
      return c.redirect(`/${c.get('language')}${CHOICES_PATH}${saved}`, 303)
    }),
  )
}

function savedOf(text: string | undefined): ChoiceView['saved'] {
  return text === 'off' ? 'off' : text === 'on' ? 'saved' : undefined
}
