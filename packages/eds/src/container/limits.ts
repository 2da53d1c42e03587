// How much of a container is read before it is refused.

export type ZipLimits = {
  readonly bytes: number // of the whole input
  readonly entries: number
  readonly inflated: number // octets of all entries together
  readonly ratio: number // how many octets one octet of an entry may become
}

/** A statement, its signature and what belongs to them are a few hundred kilobytes in a dozen entries; honest text shrinks tenfold. */
export const USUAL_ZIP_LIMITS: ZipLimits = {
  bytes: 32 * 1024 * 1024,
  entries: 64,
  inflated: 48 * 1024 * 1024,
  ratio: 100,
}
