// Passwords and one-time codes: what is said beside a refusal. Times are of Almaty, to the second.

export const accounts = {
  tryAgainAt: (time: string) => `You can type the password again at ${time} (Almaty time).`,
  triesLeft: (count: number) => `Tries left: ${count}.`,
  newCodeAt: (time: string) => `You can ask for a new code at ${time} (Almaty time).`,
}
