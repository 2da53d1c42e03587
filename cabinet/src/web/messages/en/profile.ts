// The profile.

export const profile = {
  title: 'Profile',
}
