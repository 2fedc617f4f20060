import { Panel, useLanguage, usePhrases, writeDay } from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';

/** Where a plan no longer fits workstations and mentors as they are now. */
export function MisfitPanel(props: { readonly plan: PlanDetail }) {
  const t = usePhrases('rotations');
  const { locale } = useLanguage();
  const { misfits } = props.plan;
  if (misfits.length === 0) return null;
  return (
    <Panel title={t('misfit.title')} count={misfits.length}>
      <p className="ro-warn">{t('misfit.note')}</p>
      <ul className="ro-why">
        {misfits.slice(0, 12).map(({ code, name, week, heads, places }) => (
          <li key={`${code} ${name} ${week}`}>
            {t(`misfit.${code}`, { name, day: writeDay(locale, week, 'short'), heads, places })}
          </li>
        ))}
      </ul>
      {props.plan.heldUntil === null ? null : <p className="dt-quiet">{t('misfit.begun')}</p>}
    </Panel>
  );
}
