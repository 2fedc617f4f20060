export default {
  'list.title': 'Signing',
} as const;
