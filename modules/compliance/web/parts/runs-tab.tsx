import { Moment, oneOf, usePhrases } from '@dualtrack/ui';
import type { ClassMatrix } from '../../shapes.ts';
import '../compliance.css';
import { moments } from '../moments.ts';
import { OutcomeTable } from './outcome-table.tsx';
import { PastDay } from './past-day.tsx';

/** The latest checks of a class, newest first: how it has become better or worse. */
export function RunsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { runs } = props.matrix;
  const rows = runs.map((run) => ({
    key: run.id,
    counts: run,
    head: (
      <>
        <Moment instant={run.at} />
        <div className="dt-quiet dt-small">{t(`moment.${oneOf(moments, run.moment) ?? 'other'}`)}</div>
      </>
    ),
  }));
  return (
    <div className="cp-two">
      {runs.length === 0 ? (
        <p className="dt-quiet">{t('class.runsNone')}</p>
      ) : (
        <OutcomeTable title={t('classes.checked')} rows={rows} />
      )}
      <PastDay classId={props.matrix.id} />
    </div>
  );
}
