// The profile.

export const profile = {
  title: 'Профиль',
}
