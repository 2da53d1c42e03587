// The profile.

export const profile = {
  title: 'Мой профиль',
}
