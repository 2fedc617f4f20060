import { PageLink, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';

/** Where a contradiction is mended: the base with its units and workstations, the weeks of the plan. */
export type MendPlace = 'base' | 'calendar';

/** Links to the places where something is mended. */
export function MendLinks(props: { readonly plan: PlanDetail; readonly places: readonly MendPlace[] }) {
  const t = usePhrases('rotations');
  return (
    <>
      {props.places.map((place) =>
        place === 'base' ? (
          <PageLink key={place} to={`/bases/${props.plan.baseId}`}>
            {t('mend.base')}
          </PageLink>
        ) : (
          <button
            key={place}
            type="button"
            className="ro-mend"
            onClick={() => document.getElementById('ro-calendar')?.scrollIntoView()}
          >
            {t('mend.calendar')}
          </button>
        ),
      )}
    </>
  );
}
