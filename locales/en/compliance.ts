export default {
  'verdicts.title': 'What the law says',
} as const;
