import accounts from './accounts.ts';
import agreements from './agreements.ts';
import cli from './cli.ts';
import compliance from './compliance.ts';
import errors from './errors.ts';
import imports from './imports.ts';
import orderClasses from './order-classes.ts';
import organisations from './organisations.ts';
import outcomes from './outcomes.ts';
import rotations from './rotations.ts';
import shell from './shell.ts';
import trainingBases from './training-bases.ts';
import ui from './ui.ts';
import workforce from './workforce.ts';

export default {
  accounts,
  agreements,
  cli,
  compliance,
  errors,
  imports,
  'order-classes': orderClasses,
  organisations,
  outcomes,
  rotations,
  shell,
  'training-bases': trainingBases,
  ui,
  workforce,
};
