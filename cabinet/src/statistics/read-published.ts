// What anybody may read of how long applications of a kind take. Figures that nobody has computed anew are not shown for long.
import type { KindId } from '../applications/kinds.ts'
import { type Published, publish } from './decide.ts'
import type { Usual } from './usual.ts'

const STALE = 2 * 86_400_000 // ms

export type PublishedUsual = Published & Pick<Usual, 'since' | 'until' | 'computedAt'>

type Needs = {
  readonly readUsual: (kind: KindId) => Promise<Usual | undefined>
  readonly least: number
  readonly now: () => Date
}

/** `undefined`: not enough is known. */
export const readPublished =
  ({ readUsual, least, now }: Needs) =>
  async (kind: KindId): Promise<PublishedUsual | undefined> => {
    const usual = await readUsual(kind)
    if (!usual || now().getTime() - usual.computedAt.getTime() > STALE) return undefined
    const { since, until, computedAt } = usual
    const published = publish(usual, least)
    return published && { ...published, since, until, computedAt }
  }
