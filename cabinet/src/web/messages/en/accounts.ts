// Passwords, contacts and one-time codes.

export const accounts = {
  title: 'Password and contacts',
}
