// The form of a noun after a whole number (CLDR plural rules). Kazakh needs none: «1 күн, 5 күн»; a number never changes a noun.

const RUSSIAN = new Intl.PluralRules('ru')
const ENGLISH = new Intl.PluralRules('en')

/** 1 рабочий день, 2 рабочих дня, 5 рабочих дней; 11 дней, 21 день. Other cases have forms of their own: «из 21 дня». */
export function russian(count: number, one: string, few: string, many: string): string {
  const form = RUSSIAN.select(count)
  if (form === 'one') return one
  return form === 'few' ? few : many
}

/** 1 day, 0 days, 21 days. */
export function english(count: number, one: string, other: string): string {
  return ENGLISH.select(count) === 'one' ? one : other
}
