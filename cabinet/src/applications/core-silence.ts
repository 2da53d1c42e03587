// Has the fund's core been silent for so long that what is shown may be old (S-12)? A core that has never spoken is not silent:
// then there is nothing of it to be shown.

const HOUR = 3_600_000

export function isSilent(heardAt: Date | undefined, now: Date, hours: number): boolean {
  return heardAt !== undefined && now.getTime() - heardAt.getTime() >= hours * HOUR
}
