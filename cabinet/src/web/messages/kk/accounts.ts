// Passwords and one-time codes: what is said beside a refusal. Times are of Almaty, to the second.

export const accounts = {
  tryAgainAt: (time: string) => `Құпиясөзді қайта енгізуге болатын уақыт: ${time} (Алматы уақыты).`,
  triesLeft: (count: number) => `Қалған мүмкіндік: ${count}.`,
  newCodeAt: (time: string) => `Жаңа код сұрауға болатын уақыт: ${time} (Алматы уақыты).`,
}
