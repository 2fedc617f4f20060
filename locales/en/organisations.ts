export default {
  'profile.title': 'Organisation profile',
} as const;
