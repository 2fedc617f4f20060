import shell from './shell.ts';

// In preparation: keys that are missing here are shown in English.
export default { shell };
