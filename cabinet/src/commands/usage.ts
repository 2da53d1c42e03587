// How the command is called.

export const USAGE = `otinish serve
otinish migrate
otinish core-key add --name NAME --scopes intake,execution,status --out FILE
otinish calendar import FILE --dry-run
otinish calendar import FILE --by LOGIN --approved-by LOGIN [--note TEXT]
otinish calendar list
otinish calendar show [VERSION]
otinish audit verify [--head HASH]
otinish evidence seal [--dry-run]
otinish evidence rewrap [--dry-run]
otinish evidence verify [--head ORDINAL:HASH] [--heads FILE]
otinish evidence erase --iin IIN --by LOGIN --approved-by LOGIN
otinish maintenance add --what service|persons|signing|phone|core|messages --from 2026-12-05T22:00 --until 2026-12-06T02:00
                        [--text-kk TEXT --text-ru TEXT --text-en TEXT]
otinish maintenance list
otinish maintenance cancel --id NUMBER
otinish demo-account --iin IIN --mail ADDRESS --phone NUMBER [--language kk|ru|en] < PASSWORD   (demo and test)
Settings come from the environment: docs/operations/configuration.md`

/** Called in another way: the message says which, and how it is done. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(problem?: string, options?: ErrorOptions) {
    super(problem === undefined ? USAGE : `${problem}\n${USAGE}`, options)
  }
}
