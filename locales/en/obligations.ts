export default {
  'list.title': 'Obligations',
  'feed.name': 'Dualtrack: due days',
  'feed.due': 'Due:',
  'feed.met': 'Done:',
  'feed.own': 'Owed by our side',
  'feed.other': 'Owed by the other side',
  'feed.lastDay': 'Last day of “{name}”',
} as const;
