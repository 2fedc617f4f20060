export default {
  usage: 'Usage: dualtrack COMMAND',
} as const;
