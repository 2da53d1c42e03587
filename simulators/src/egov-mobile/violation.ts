// What a service does otherwise than the protocol says: which part of it, where in the message, and what was wrong there.

/** The parts of the protocol, by the numbers of its description. */
export const SECTIONS = {
  '1.1': 'the text of the QR and the addresses in it',
  '1.2': 'the link on the same phone',
  '2': 'API №1: who asks, until when, and where the documents are',
  '3': 'how the documents are asked for',
  '4': 'API №2: the documents',
  '5.2': 'statuses and bodies of answers',
  '5.3': 'the third PUT and backUrl',
  '6': 'headers',
} as const
export type Section = keyof typeof SECTIONS

export type Violation = { readonly section: Section; readonly where: string; readonly problem: string }

/** A place in a message where something may be wrong. */
export type Place = {
  note(problem: string): undefined // so that a reader can note and give up in one breath
  at(key: string | number): Place
  under(section: Section): Place
}

export type Notebook = {
  place(section: Section, where: string): Place
  violations(): readonly Violation[]
}

/** An empty one. */
export function openNotebook(): Notebook {
  const violations: Violation[] = []
  const place = (section: Section, where: string): Place => ({
    note(problem) {
      violations.push({ section, where, problem })
      return undefined
    },
    at: key => place(section, typeof key === 'number' ? `${where}[${key}]` : `${where} ${key}`),
    under: other => place(other, where),
  })
  return { place, violations: () => [...violations] }
}
