export default {
  'list.title': 'Ceremonies and meetings',
} as const;
