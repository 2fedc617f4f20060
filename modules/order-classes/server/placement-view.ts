import type { Role } from '@dualtrack/platform/contract';
import type { Selectable } from 'kysely';
import { missingDocuments, placementActions, whyNotPlacement } from '../placement.ts';
import type { PlacementView } from '../shapes.ts';
import type { OrderClassesTables } from './tables.ts';

/** A placement as it is shown, with what is missing and what the role may do now. */
export function placementView(row: Selectable<OrderClassesTables['placement']>, role: Role): PlacementView {
  const { tenantId: _, enterpriseId: __, ...shown } = row;
  return {
    ...shown,
    missing: missingDocuments(row),
    abilities: Object.fromEntries(
      placementActions.map((action) => [action, whyNotPlacement(row, { role }, action)]),
      // Every action is there, because the list of actions was mapped.
    ) as PlacementView['abilities'],
  };
}
