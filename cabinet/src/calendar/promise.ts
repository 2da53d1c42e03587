// The date that a person is told, and what a newer calendar does to it: an earlier end is taken over, a later one is not.

export type KeptDeadline = {
  readonly dueOn: string // by calendarVersion
  readonly promisedOn: string // never after dueOn
  readonly calendarVersion: string
  readonly promisedVersion: string // explains promisedOn
  readonly countedAt: Date // when promisedOn became what it is
  readonly recountedAt: Date | undefined // with a newer calendar than at first
  readonly moved: { readonly from: string; readonly version: string } | undefined // by a newer calendar, the last time
  readonly sequence: number // rises whenever promisedOn changes
}

/** When a term was counted to end: by which calendar, and when. */
export type Count = { readonly date: string; readonly version: string; readonly at: Date }

export function firstPromise({ date, version, at }: Count): KeptDeadline {
  return {
    dueOn: date,
    promisedOn: date,
    calendarVersion: version,
    promisedVersion: version,
    countedAt: at,
    recountedAt: undefined,
    moved: undefined,
    sequence: 0,
  }
}

export type Recount = { readonly outcome: 'earlier' | 'later' | 'same'; readonly deadline: KeptDeadline }

export function recount(kept: KeptDeadline, { date, version, at }: Count): Recount {
  const counted = { ...kept, dueOn: date, calendarVersion: version, recountedAt: at }
  if (date > kept.promisedOn) return { outcome: 'later', deadline: counted }
  if (date === kept.promisedOn) return { outcome: 'same', deadline: { ...counted, promisedVersion: version } }
  const moved = { from: kept.promisedOn, version: kept.promisedVersion }
  const sequence = kept.sequence + 1
  return {
    outcome: 'earlier',
    deadline: { ...counted, promisedOn: date, promisedVersion: version, countedAt: at, moved, sequence },
  }
}
