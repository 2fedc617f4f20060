export default {
  'plan.title': 'Rotation plan',
} as const;
