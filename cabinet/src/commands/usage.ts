// How the command is called.

export const USAGE = `otinish serve
otinish migrate
otinish core-key add --name NAME --scopes intake,execution,status --out FILE
otinish audit verify [--head HASH]
otinish demo-account --iin IIN --mail ADDRESS --phone NUMBER [--language kk|ru|en] < PASSWORD   (demo and test)
Settings come from the environment: docs/operations/configuration.md`

/** Called in another way: the message says which, and how it is done. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(problem?: string, options?: ErrorOptions) {
    super(problem === undefined ? USAGE : `${problem}\n${USAGE}`, options)
  }
}
