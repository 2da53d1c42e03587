// Passwords, contacts and one-time codes.

export const accounts = {
  title: 'Құпиясөз бен байланыс деректері',
}
