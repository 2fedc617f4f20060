import { accounts } from '@dualtrack/accounts/server';
import { agreements } from '@dualtrack/agreements/server';
import { ceremonies } from '@dualtrack/ceremonies/server';
import { compliance } from '@dualtrack/compliance/server';
import { innovation } from '@dualtrack/innovation/server';
import { orderClasses } from '@dualtrack/order-classes/server';
import { organisations } from '@dualtrack/organisations/server';
import { outcomes } from '@dualtrack/outcomes/server';
import type { ServerModule } from '@dualtrack/platform/operation';
import { runs } from '@dualtrack/platform/runs/module';
import { sheetExports } from '@dualtrack/platform/sheets/module';
import { rotations } from '@dualtrack/rotations/server';
import { talentSharing } from '@dualtrack/talent-sharing/server';
import { trainingBases } from '@dualtrack/training-bases/server';
import { workforce } from '@dualtrack/workforce/server';
import { searchOver } from './search.ts';

/** The rooms of the product in use order; a later one may call an earlier one, never back. */
const rooms: readonly ServerModule[] = [
  accounts,
  organisations,
  workforce,
  compliance,
  agreements,
  orderClasses,
  trainingBases,
  ceremonies,
  rotations,
  talentSharing,
  innovation,
  outcomes,
];

/** Everything that the server serves. */
export const modules: readonly ServerModule[] = [runs, sheetExports, ...rooms, searchOver(rooms)];
