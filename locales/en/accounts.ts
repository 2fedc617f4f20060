export default {
  'people.title': 'People',
} as const;
