// Passwords and one-time codes: what is said beside a refusal. Times are of Almaty, to the second.

export const accounts = {
  tryAgainAt: (time: string) => `Ввести пароль снова можно в ${time} (время Алматы).`,
  triesLeft: (count: number) => `Осталось попыток: ${count}.`,
  newCodeAt: (time: string) => `Запросить новый код можно в ${time} (время Алматы).`,
}
