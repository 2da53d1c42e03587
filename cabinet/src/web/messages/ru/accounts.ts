// Passwords, contacts and one-time codes.

export const accounts = {
  title: 'Пароль и контакты',
}
