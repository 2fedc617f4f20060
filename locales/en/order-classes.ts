export default {
  'list.title': 'Order classes',
} as const;
