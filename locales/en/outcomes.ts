export default {
  'scoreboard.title': 'Scoreboard',
} as const;
