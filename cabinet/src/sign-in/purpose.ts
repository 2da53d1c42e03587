// What a person proves who they are for. A proof made for one is no good for another.

export const PURPOSES = ['sign-in', 'registration', 'recovery', 'rehearsal'] as const
export type Purpose = (typeof PURPOSES)[number]
