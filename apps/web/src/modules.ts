import * as accounts from '@dualtrack/accounts/web';
import * as agreements from '@dualtrack/agreements/web';
import * as ceremonies from '@dualtrack/ceremonies/web';
import * as compliance from '@dualtrack/compliance/web';
import * as innovation from '@dualtrack/innovation/web';
import * as orderClasses from '@dualtrack/order-classes/web';
import * as organisations from '@dualtrack/organisations/web';
import * as outcomes from '@dualtrack/outcomes/web';
import * as rotations from '@dualtrack/rotations/web';
import * as talentSharing from '@dualtrack/talent-sharing/web';
import * as trainingBases from '@dualtrack/training-bases/web';
import type { AreaEntry, FormAsideDefinition, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';
import * as workforce from '@dualtrack/workforce/web';

/** What a module's web door shows to this application. */
type WebDoor = {
  readonly pages: readonly PageDefinition[];
  readonly homeCards: readonly HomeCardDefinition[];
  readonly areas: readonly AreaEntry[];
  readonly formAsides?: readonly FormAsideDefinition[];
};

const doors: readonly WebDoor[] = [
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

/** Every page of every module. */
export const pages = doors.flatMap((door) => door.pages);

/** Every card that a home may show, soonest first. */
export const homeCards = doors.flatMap((door) => door.homeCards).sort((a, b) => a.order - b.order);

/** What modules say beside forms of others. */
export const formAsides = doors.flatMap((door) => door.formAsides ?? []);

/** Every entry of the sidebar. */
export const areaEntries = doors.flatMap((door) => door.areas).sort((a, b) => a.order - b.order);
