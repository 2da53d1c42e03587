// The persons of the demonstration. All are fictitious: month 13 or more in the IIN means that no real one can match;
// the two with 123456789… are the holders of the national test certificates.

export type Person = {
  readonly iin: string
  readonly surname: string
  readonly name: string
  readonly patronymic: string | null
  readonly birthDate: string
  readonly sic: string | null // ӘЖК / СИК
  readonly standing: 'capable' | 'incapable' | 'deceased'
  readonly citizenship: 'KAZ'
}

const CAPABLE = { standing: 'capable', citizenship: 'KAZ' } as const

/** The first person of the demonstration: the memo's applications as if they were filed these days. */
export const MAIN: Person = {
  ...CAPABLE,
  iin: '851315400107',
  surname: 'ҮЛГІБАЕВА',
  name: 'АЙГЕРІМ',
  patronymic: 'ҮЛГІБАЙҚЫЗЫ',
  birthDate: '1985-03-15',
  sic: '00OTIN0001AA0001',
}

/** The memo's literal rows. */
export const MEMO: Person = {
  ...CAPABLE,
  iin: '901416300200',
  surname: 'ЖАДНАМАЕВ',
  name: 'ЕРЛАН',
  patronymic: 'ЖАДНАМАҰЛЫ',
  birthDate: '1990-04-16',
  sic: null,
}

/** 101 rows. */
export const LONG_LIST: Person = {
  ...CAPABLE,
  iin: '781515300300',
  surname: 'МЫСАЛОВ',
  name: 'СЕРІК',
  patronymic: 'МЫСАЛҰЛЫ',
  birthDate: '1978-05-15',
  sic: null,
}

/** No application at all, and no patronymic. */
export const EMPTY: Person = {
  ...CAPABLE,
  iin: '991616400409',
  surname: 'СЫНАҚБАЕВА',
  name: 'ДАНА',
  patronymic: null,
  birthDate: '1999-06-16',
  sic: null,
}

/** Declared incapable by a court: may not act alone. */
export const INCAPABLE: Person = {
  ...CAPABLE,
  iin: '821715300506',
  surname: 'ҚАМҚОРОВ',
  name: 'АРМАН',
  patronymic: null,
  birthDate: '1982-07-15',
  sic: null,
  standing: 'incapable',
}

/** Who holds the national test certificates. The name is the certificate's; the birth date is invented. */
export const NATIONAL_TEST: Person = {
  ...CAPABLE,
  iin: '123456789011',
  surname: 'ТЕСТОВ',
  name: 'ТЕСТ',
  patronymic: 'ТЕСТОВИЧ',
  birthDate: '1980-01-01',
  sic: null,
}

const NATIONAL_TEST_2: Person = {
  ...CAPABLE,
  iin: '123456789012',
  surname: 'ТЕСТТОВ',
  name: 'ТЕСТТ',
  patronymic: 'ТЕСТТОВИЧ',
  birthDate: '1981-01-01',
  sic: null,
}

export const PERSONS: readonly Person[] = [MAIN, MEMO, LONG_LIST, EMPTY, INCAPABLE, NATIONAL_TEST, NATIONAL_TEST_2]
