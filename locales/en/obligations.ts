export default {
  'list.title': 'Obligations',
} as const;
