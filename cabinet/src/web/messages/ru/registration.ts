// Registering and recovering a password.

export const registration = {
  title: 'Регистрация',
}
