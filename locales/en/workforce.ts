export default {
  'gap.title': 'Talent gap',
} as const;
