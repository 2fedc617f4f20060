import { PageLink, usePhrases } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';

/** Where a contradiction is mended: the base with its units and workstations, the weeks of the plan, its rules. */
export type MendPlace = 'base' | 'calendar' | 'rules';

/** Links to the places where something is mended. */
export function MendLinks(props: { readonly plan: PlanDetail; readonly places: readonly MendPlace[] }) {
  const t = usePhrases('rotations');
  const rules = usePhrases('rotation-rules');
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
            onClick={() => document.getElementById(`ro-${place}`)?.scrollIntoView()}
          >
            {place === 'calendar' ? t('mend.calendar') : rules('mend.rules')}
          </button>
        ),
      )}
    </>
  );
}
