export default {
  'list.title': 'Agreements',
} as const;
