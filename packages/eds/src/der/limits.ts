// How much DER is read before it is refused: nobody's honest document comes near these.

export type Limits = {
  readonly bytes: number // of the whole input
  readonly depth: number // of constructed elements inside one another
  readonly elements: number // in the whole tree
}

/** A CMS nests about a dozen levels and has hundreds of elements; an attached document may be some megabytes. */
export const USUAL_LIMITS: Limits = { bytes: 32 * 1024 * 1024, depth: 32, elements: 50_000 }
