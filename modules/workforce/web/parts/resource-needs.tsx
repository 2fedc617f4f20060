import type { ForecastResult } from '@dualtrack/forecast';
import { Panel, useLanguage, usePhrases, writeNumber } from '@dualtrack/ui';
import { type Resource, resources } from '../../assumptions.ts';
import '../workforce.css';

const isResource = (id: string): id is Resource => resources.some((one) => one === id);

/** Name of a resource of a plan in the reader's language; a plan from elsewhere may call them as it likes. */
export function useResourceName(): (id: string) => string {
  const t = usePhrases('workforce');
  return (id) => (isResource(id) ? t(`resource.${id}`) : id);
}

/** Half a station is a station: what is needed of a thing that comes whole. */
export const wholeNeed = (amount: number): number => Math.ceil(amount - 1e-9);

/** What the recommended classes take of teachers, stations and beds, quarter by quarter, against what is free. */
export function ResourceNeeds(props: { readonly result: ForecastResult }) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const nameOf = useResourceName();
  const used = props.result.resources ?? [];
  if (used.length === 0) return null;
  const number = (value: number) => writeNumber(locale, wholeNeed(value), 0);
  const isAny = used.some(({ quarters }) => quarters.some((one) => one.used > 0));
  return (
    <Panel title={t('resource.title')}>
      {isAny ? null : <p className="dt-quiet">{t('resource.none')}</p>}
      {isAny ? (
        <div className="wf-matrix-frame">
          <table className="wf-matrix" aria-label={t('resource.title')}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="dt-hidden">{t('resource.title')}</span>
                </th>
                {used[0]?.quarters.map(({ quarter }) => (
                  <th key={quarter} scope="col" className="dt-number">
                    {quarter}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {used.map(({ id, quarters }) => (
                <tr key={id}>
                  <th scope="row">{nameOf(id)}</th>
                  {quarters.map((one) => (
                    <td
                      key={one.quarter}
                      className={`dt-number ${one.used === 0 ? 'wf-enough' : ''} ${one.available !== null && one.used > one.available ? 'wf-severe' : ''}`}
                    >
                      {one.available === null
                        ? number(one.used)
                        : t('resource.of', { used: number(one.used), free: number(one.available) })}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </Panel>
  );
}
