import accounts from './accounts.ts';
import errors from './errors.ts';
import shell from './shell.ts';
import ui from './ui.ts';
import verification from './verification.ts';

// What the pages before the sign-in say; all else comes with the first page behind it.
export default { accounts, errors, shell, ui, verification };
