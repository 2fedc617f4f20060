export default {
  'folder.title': 'Import a folder',
} as const;
