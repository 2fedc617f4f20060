import type { ForecastResult } from '@dualtrack/forecast';
import { useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import type { ForecastNames } from '../../contract.ts';
import '../workforce.css';
import { nameIn } from './names.ts';

/** Red above this share of missing people, amber above any. */
const severe = 0.1;

/** Occupations × quarters; a number opens what it is made of, an occupation its chart. */
export function GapMatrix(props: {
  readonly names: ForecastNames;
  readonly result: ForecastResult;
  readonly occupation: string;
  readonly onOccupation: (id: string) => void;
  readonly onCell: (occupation: string, quarter: string) => void;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const quarters = props.result.occupations[0]?.quarters.map((one) => one.quarter) ?? [];
  return (
    <div className="wf-matrix-frame">
      <table className="wf-matrix" aria-label={t('gap.matrix')}>
        <thead>
          <tr>
            <th scope="col">{t('gap.occupation')}</th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" className="dt-number">
                {quarter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.result.occupations.map((one) => (
            <tr key={one.id} className={one.id === props.occupation ? 'wf-chosen' : undefined}>
              <th scope="row">
                <button
                  type="button"
                  className="dt-bare wf-occupation"
                  aria-pressed={one.id === props.occupation}
                  onClick={() => props.onOccupation(one.id)}
                >
                  {nameIn(props.names, 'occupations', one.id, locale)}
                </button>
              </th>
              {one.quarters.map((figures) => (
                <td key={figures.quarter} className={`dt-number ${toneOf(figures)}`}>
                  <button
                    type="button"
                    className="dt-bare wf-cell"
                    aria-label={`${nameIn(props.names, 'occupations', one.id, locale)} ${figures.quarter}: ${writeNumber(locale, figures.gap.mean, 0)}`}
                    onClick={() => props.onCell(one.id, figures.quarter)}
                  >
                    {figures.gap.mean > 0.5 ? writeNumber(locale, figures.gap.mean, 0) : t('gap.enough')}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toneOf(figures: ForecastResult['occupations'][number]['quarters'][number]): string {
  if (figures.gap.mean <= 0.5) return 'wf-enough';
  return figures.gap.mean > figures.demand.mean * severe ? 'wf-severe' : 'wf-short';
}
