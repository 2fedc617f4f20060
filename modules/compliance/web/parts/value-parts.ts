/** Names of the parts of composed values for which there is a word in every language. */
export const valueParts = [
  'by',
  'on',
  'holds',
  'evidence',
  'requiredPpe',
  'skill',
  'report',
  'safety',
  'attendance',
] as const;
