import {
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  useNameOf,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { type AgeBand, bandFaults, peopleIn } from '../../age-bands.ts';
import { organisations } from '../client.ts';
import '../organisations.css';

/** People of one occupation: how many, how many leave, how old they are. */
export function StockForm(props: { readonly occupation: string; readonly onClose: () => void }) {
  const { occupation } = props;
  const found = useOperation('organisations.stock', organisations.stock.get, { occupation });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <StockEditor kept={found.data} onClose={props.onClose} />;
}

type Stock = {
  readonly occupation: string;
  readonly title: string;
  readonly titleEn: string;
  readonly headcount: number;
  readonly attrition: number;
  readonly retirementAge: number | null;
  readonly bands: readonly AgeBand[];
};

function StockEditor(props: { readonly kept: Stock; readonly onClose: () => void }) {
  const { kept, onClose } = props;
  const t = usePhrases('organisations');
  const nameOf = useNameOf();
  const [value, setValue] = useState(kept);
  const faults = bandFaults(value.bands, value.retirementAge);
  const sum = peopleIn(value.bands);
  const isOff = value.bands.length > 0 && sum !== value.headcount;
  const save = useWrite(organisations.stock.put, {
    invalidates: ['organisations', 'workforce'],
    done: t('headcount.saved'),
    onDone: onClose,
  });
  const bands = (next: readonly AgeBand[]) => setValue({ ...value, bands: next });
  const band = (place: number, some: Partial<AgeBand>) =>
    bands(value.bands.map((one, at) => (at === place ? { ...one, ...some } : one)));
  const last = value.bands.at(-1)?.to ?? 19;
  const whyNot =
    faults.length > 0
      ? t('headcount.bandsNote')
      : isOff
        ? t('headcount.sum', { sum, headcount: value.headcount })
        : value.retirementAge !== null && value.bands.length === 0
          ? t('error.headcount.no-bands')
          : undefined;
  return (
    <>
      <PageHeader
        title={nameOf({ name: kept.title, nameEn: kept.titleEn })}
        crumbs={[{ label: t('headcount.title'), to: '/settings/headcount' }]}
      />
      <Panel title={t('headcount.edit')}>
        <div className="org-stock">
          <div>
            <span>{t('headcount.people')}</span>
            <InputNumber
              aria-label={t('headcount.people')}
              min={0}
              max={1_000_000}
              precision={0}
              value={value.headcount}
              onChange={(headcount) => setValue({ ...value, headcount: headcount ?? 0 })}
            />
          </div>
          <div>
            <span>{t('headcount.percent')}</span>
            <InputNumber
              aria-label={t('headcount.percent')}
              min={0}
              max={100}
              step={0.1}
              value={Math.round(value.attrition * 10_000) / 100}
              onChange={(percent) => setValue({ ...value, attrition: (percent ?? 0) / 100 })}
            />
          </div>
          <div>
            <span>{t('headcount.retirementAge')}</span>
            <InputNumber
              aria-label={t('headcount.retirementAge')}
              min={40}
              max={90}
              precision={0}
              value={value.retirementAge}
              onChange={(retirementAge) => setValue({ ...value, retirementAge })}
            />
          </div>
        </div>
      </Panel>
      <Panel title={t('headcount.bands')}>
        <p className="dt-quiet dt-small">{t('headcount.bandsNote')}</p>
        {value.bands.map((one, place) => {
          const fault = faults.find((entry) => entry.place === place);
          return (
            // Bands have no ids; a row is its place.
            <div key={place} className="org-band">
              {(['from', 'to', 'headcount'] as const).map((field) => (
                <InputNumber
                  key={field}
                  aria-label={`${t(field === 'headcount' ? 'headcount.people' : `headcount.${field}`)} ${place + 1}`}
                  prefix={field === 'headcount' ? t('headcount.people') : t(`headcount.${field}`)}
                  min={field === 'headcount' ? 0 : 14}
                  max={field === 'headcount' ? 1_000_000 : 99}
                  precision={0}
                  status={fault?.field === field ? 'error' : ''}
                  value={one[field]}
                  onChange={(number) => band(place, { [field]: number ?? 0 })}
                />
              ))}
              <Button onClick={() => bands(value.bands.filter((_, at) => at !== place))}>
                {t('headcount.removeBand')}
              </Button>
              {fault === undefined ? null : (
                <span className="org-band-fault">{t(`headcount.fault.${fault.code}`)}</span>
              )}
            </div>
          );
        })}
        <div className="org-bar">
          <Button
            onClick={() =>
              bands([...value.bands, { from: last + 1, to: Math.min(99, last + 10), headcount: 0 }])
            }
          >
            {t('headcount.addBand')}
          </Button>
          <WhyNotButton
            type="primary"
            whyNot={whyNot}
            loading={save.isPending}
            onClick={() => {
              const { occupation, headcount, attrition, retirementAge } = value;
              save.mutate({ occupation, headcount, attrition, retirementAge, bands: [...value.bands] });
            }}
          >
            {t('headcount.save')}
          </WhyNotButton>
          {value.bands.length === 0 ? null : (
            <span className="dt-quiet" role="status">
              {t('headcount.sum', { sum, headcount: value.headcount })}
            </span>
          )}
        </div>
      </Panel>
    </>
  );
}
