import { Moment, oneOf, usePhrases } from '@dualtrack/ui';
import type { ClassMatrix } from '../../shapes.ts';
import '../compliance.css';
import { moments } from '../moments.ts';
import { PastDay } from './past-day.tsx';

/** The latest checks of a class, newest first: how it has become better or worse. */
export function RunsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const { runs } = props.matrix;
  const columns = ['breached', 'unknown', 'met', 'excused'] as const;
  return (
    <div className="cp-two">
      {runs.length === 0 ? (
        <p className="dt-quiet">{t('class.runsNone')}</p>
      ) : (
        <div className="cp-frame">
          <table className="cp-table">
            <thead>
              <tr>
                <th scope="col">{t('classes.checked')}</th>
                {columns.map((one) => (
                  <th key={one} scope="col" className="cp-number">
                    {t(`outcome.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <tr key={run.id}>
                  <td>
                    <Moment instant={run.at} />
                    <div className="dt-quiet dt-small">
                      {t(`moment.${oneOf(moments, run.moment) ?? 'other'}`)}
                    </div>
                  </td>
                  {columns.map((one) => (
                    <td key={one} className="cp-number">
                      {run[one]}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <PastDay classId={props.matrix.id} />
    </div>
  );
}
