import type { PackCases } from '@dualtrack/rules';
import { apprenticeCases } from './cases/apprentice.ts';
import { LAWFUL_ON, lawful } from './cases/lawful.ts';
import { minorCases } from './cases/minors.ts';
import { stageCases } from './cases/stage.ts';

/** The cases of every rule of the pack. */
export const packCases: PackCases = {
  ...{ on: LAWFUL_ON, lawful },
  cases: [...stageCases, ...apprenticeCases, ...minorCases],
};
