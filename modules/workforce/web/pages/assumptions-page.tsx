import {
  AmountInput,
  amountFault,
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Select } from 'antd';
import { useId, useState } from 'react';
import type { Assumptions, ResourceNeed } from '../../assumptions.ts';
import { workforce } from '../client.ts';
import '../workforce.css';

const surenesses = [0.5, 0.6, 0.75, 0.8, 0.9, 0.95];

/** What forecasts assume of classes that could be opened. */
export function AssumptionsPage() {
  const t = usePhrases('workforce');
  const found = useOperation('workforce.assumptions', workforce.assumptions.get, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      <PageHeader
        title={t('assume.title')}
        note={t('assume.note')}
        crumbs={[{ label: t('gap.title'), to: '/demand' }]}
      />
      <AssumptionsForm kept={found.data} />
    </>
  );
}

const lead = { min: 1, max: 40 };
const size = { min: 1, max: 500 };
const share = { min: 0, max: 1, decimals: 4 };
const each = { min: 0, max: 100, decimals: 2 };
const free = { min: 0, max: 1_000_000 };

/** Whether every number lies within its bounds, and the least class is not larger than the largest. */
function isSound(value: Assumptions): boolean {
  const checks = [
    amountFault(value.leadQuarters, lead),
    amountFault(value.classMin, size),
    amountFault(value.classMax, { ...size, min: value.classMin }),
    amountFault(value.joinRate, share),
    ...value.needs.flatMap((need) => [
      amountFault(need.perClass, each),
      amountFault(need.perSeat, each),
      amountFault(need.free, free),
    ]),
  ];
  return checks.every((fault) => fault === undefined);
}

function NumberRow(props: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly decimals?: number;
  readonly unit?: string;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="wf-field">
      <label htmlFor={id}>{props.label}</label>
      <AmountInput
        id={id}
        min={props.min}
        max={props.max}
        decimals={props.decimals ?? 0}
        value={props.value}
        unit={props.unit}
        onChange={(value) => props.onChange(value ?? Number.NaN)}
      />
    </div>
  );
}

function AssumptionsForm(props: { readonly kept: Assumptions }) {
  const t = usePhrases('workforce');
  const [value, setValue] = useState(props.kept);
  const sureId = useId();
  const save = useWrite(workforce.assumptions.put, { invalidates: ['workforce'], done: t('assume.saved') });
  const change = (some: Partial<Assumptions>) => setValue({ ...value, ...some });
  const changeNeed = (resource: string, some: Partial<ResourceNeed>) =>
    change({ needs: value.needs.map((need) => (need.resource === resource ? { ...need, ...some } : need)) });
  return (
    <div className="wf-split">
      <Panel title={t('assume.title')}>
        <div className="wf-fields">
          <NumberRow
            label={t('assume.lead')}
            value={value.leadQuarters}
            {...lead}
            onChange={(leadQuarters) => change({ leadQuarters })}
          />
          <NumberRow
            label={t('assume.min')}
            value={value.classMin}
            {...size}
            onChange={(classMin) => change({ classMin })}
          />
          <NumberRow
            label={t('assume.max')}
            value={value.classMax}
            min={Number.isFinite(value.classMin) ? value.classMin : 1}
            max={500}
            onChange={(classMax) => change({ classMax })}
          />
          <NumberRow
            label={t('assume.joinRate')}
            value={Math.round(value.joinRate * 1e4) / 100}
            min={0}
            max={100}
            decimals={2}
            unit="%"
            onChange={(percent) => change({ joinRate: percent / 100 })}
          />
          <div className="wf-field">
            <label htmlFor={sureId}>{t('assume.sureness')}</label>
            <Select
              id={sureId}
              value={value.sureness}
              onChange={(sureness: number) => change({ sureness })}
              options={[...new Set([...surenesses, value.sureness])].sort().map((share) => ({
                value: share,
                label: `${Math.round(share * 100)}%`,
              }))}
            />
          </div>
        </div>
        <p className="dt-quiet dt-small">{t('assume.surenessNote')}</p>
      </Panel>
      <Panel title={t('assume.needs')}>
        <div className="wf-matrix-frame">
          <table className="wf-matrix" aria-label={t('assume.needs')}>
            <thead>
              <tr>
                <th scope="col">
                  <span className="dt-hidden">{t('assume.needs')}</span>
                </th>
                <th scope="col">{t('assume.perClass')}</th>
                <th scope="col">{t('assume.perSeat')}</th>
                <th scope="col">{t('assume.free')}</th>
              </tr>
            </thead>
            <tbody>
              {value.needs.map((need) => (
                <tr key={need.resource}>
                  <th scope="row">{t(`resource.${need.resource}`)}</th>
                  {(['perClass', 'perSeat'] as const).map((key) => (
                    <td key={key}>
                      <AmountInput
                        aria-label={`${t(`resource.${need.resource}`)} ${t(`assume.${key}`)}`}
                        {...each}
                        value={need[key]}
                        onChange={(amount) => changeNeed(need.resource, { [key]: amount ?? Number.NaN })}
                      />
                    </td>
                  ))}
                  <td>
                    <AmountInput
                      aria-label={`${t(`resource.${need.resource}`)} ${t('assume.free')}`}
                      {...free}
                      value={need.free}
                      onChange={(amount) => changeNeed(need.resource, { free: amount })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div className="wf-row wf-end">
          <WhyNotButton
            type="primary"
            whyNot={isSound(value) ? undefined : t('amounts.unsound')}
            loading={save.isPending}
            onClick={() => save.mutate(value)}
          >
            {t('assume.save')}
          </WhyNotButton>
        </div>
      </Panel>
    </div>
  );
}
