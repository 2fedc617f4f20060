import type { ForecastPlan } from '@dualtrack/forecast';
import {
  ErrorState,
  Loading,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
  writeNumber,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { ForecastNames } from '../../contract.ts';
import { workforce } from '../client.ts';
import '../workforce.css';
import { Drivers } from './drivers.tsx';
import { nameIn, supplyName } from './names.ts';

type Part = { kind: string; id: string | null; heads: number };

/** The parts that sum to one gap, each with the record it comes from. */
export function WalkBack(props: {
  readonly forecastId: string;
  readonly names: ForecastNames;
  readonly plan: ForecastPlan;
  readonly occupation: string;
  readonly quarter: string;
  readonly onClose: () => void;
}) {
  const { locale } = useLanguage();
  const t = usePhrases('workforce');
  const { forecastId, occupation, quarter } = props;
  const found = useOperation('workforce.explain', workforce.forecasts.explain, {
    forecastId,
    occupation,
    quarter,
  });
  const title = t('gap.walkback', {
    quarter,
    occupation: nameIn(props.names, 'occupations', occupation, locale),
  });
  const label = ({ kind, id }: Part): string => {
    if (kind === 'project')
      return t('part.project', { name: nameIn(props.names, 'projects', id ?? '', locale) });
    if (kind === 'supply') return t('part.supply', { name: supplyName(props.names, id ?? '', locale) });
    if (kind === 'lines') return t('part.lines');
    if (kind === 'needed-today') return t('part.needed-today');
    if (kind === 'in-post-today') return t('part.in-post-today');
    if (kind === 'attrition') return t('part.attrition');
    return t('part.retirement');
  };
  return (
    <Panel
      title={title}
      actions={
        <Button size="small" onClick={props.onClose}>
          {t('gap.close')}
        </Button>
      }
    >
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <>
          <table className="wf-parts">
            <tbody>
              {found.data.parts
                .filter((part) => Math.abs(part.heads) >= 0.05)
                .map((part) => (
                  <tr key={`${part.kind} ${part.id ?? ''}`}>
                    <td>{label(part)}</td>
                    <td className="dt-number">{signed(locale, part.heads)}</td>
                  </tr>
                ))}
              <tr>
                <td>{t('gap.sum')}</td>
                <td className="dt-number">{signed(locale, found.data.gap)}</td>
              </tr>
            </tbody>
          </table>
          {found.data.lines.map((line) => (
            <p key={line.id} className="dt-quiet dt-small">
              {t('part.line', {
                name: nameIn(props.names, 'lines', line.id, locale),
                units: line.units,
                perUnit: line.perUnit,
              })}
            </p>
          ))}
          <Drivers plan={props.plan} names={props.names} occupation={occupation} quarter={quarter} />
        </>
      )}
    </Panel>
  );
}

function signed(locale: Parameters<typeof writeNumber>[0], heads: number): string {
  return `${heads > 0 ? '+' : ''}${writeNumber(locale, heads, 1)}`;
}
