export default {
  'list.title': 'Training bases',
} as const;
