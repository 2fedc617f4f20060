export default {
  'list.title': 'Agreement templates',
} as const;
