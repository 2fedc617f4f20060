import {
  AmountInput,
  amountFault,
  ErrorState,
  Loading,
  PageHeader,
  Panel,
  SaveRows,
  useNameOf,
  useOperation,
  usePhrases,
  useToast,
  useWrite,
  WhyNotButton,
} from '@dualtrack/ui';
import { Button } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import { type AgeBand, bandFaults, peopleIn } from '../../age-bands.ts';
import { organisations } from '../client.ts';
import { plainNumber, readBlock } from '../parts/pasted-grid.ts';
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

const bandFields = ['from', 'to', 'headcount'] as const;
const people = { min: 0, max: 1_000_000 };
const percent = { min: 0, max: 100, decimals: 2 };
const retirement = { min: 40, max: 90 };
const ages = { min: 14, max: 99 };
const boundsOf = (field: (typeof bandFields)[number]) => (field === 'headcount' ? people : ages);

/** Bands from a spreadsheet: from, to, people in three columns; lines of words, such as heads, are left out. */
function pastedBands(text: string): AgeBand[] | undefined {
  if (!text.includes('\t')) return undefined;
  const rows = readBlock(text).map((line) => line.map(plainNumber));
  const found = rows.filter((line) => line.length === 3 && line.some((cell) => /^-?[\d.]+$/.test(cell)));
  return found.length === 0
    ? undefined
    : found.map(([from, to, headcount]) => ({
        from: Number(from || Number.NaN),
        to: Number(to || Number.NaN),
        headcount: Number(headcount || Number.NaN),
      }));
}

function StockEditor(props: { readonly kept: Stock; readonly onClose: () => void }) {
  const { kept, onClose } = props;
  const t = usePhrases('organisations');
  const nameOf = useNameOf();
  const toast = useToast();
  const wordOf = (field: (typeof bandFields)[number]) =>
    t(field === 'headcount' ? 'headcount.people' : `headcount.${field}`);
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
  const paste = (event: ClipboardEvent<HTMLDivElement>) => {
    const rows = pastedBands(event.clipboardData.getData('text/plain'));
    if (rows === undefined) return;
    event.preventDefault();
    bands(rows);
    toast(t('headcount.pasted', { count: rows.length }));
  };
  const last = value.bands.at(-1)?.to ?? 19;
  const isUnsound =
    amountFault(value.headcount, people) !== undefined ||
    amountFault(value.attrition * 100, percent) !== undefined ||
    amountFault(value.retirementAge, retirement) !== undefined ||
    value.bands.some((one) =>
      bandFields.some((field) => amountFault(one[field], boundsOf(field)) !== undefined),
    );
  const whyNot = isUnsound
    ? t('headcount.unsound')
    : faults.length > 0
      ? t('headcount.bandsNote')
      : isOff
        ? t('headcount.sum', { sum, headcount: value.headcount })
        : value.retirementAge !== null && value.bands.length === 0
          ? t('error.headcount.no-bands')
          : undefined;
  const most = Math.max(1, ...value.bands.map(({ headcount }) => headcount || 0));
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
            <AmountInput
              aria-label={t('headcount.people')}
              {...people}
              value={value.headcount}
              onChange={(headcount) => setValue({ ...value, headcount: headcount ?? Number.NaN })}
            />
          </div>
          <div>
            <span>{t('headcount.percent')}</span>
            <AmountInput
              aria-label={t('headcount.percent')}
              {...percent}
              value={Math.round(value.attrition * 10_000) / 100}
              onChange={(typed) => setValue({ ...value, attrition: (typed ?? Number.NaN) / 100 })}
            />
          </div>
          <div>
            <span>{t('headcount.retirementAge')}</span>
            <AmountInput
              aria-label={t('headcount.retirementAge')}
              {...retirement}
              value={value.retirementAge}
              onChange={(retirementAge) => setValue({ ...value, retirementAge })}
            />
          </div>
        </div>
      </Panel>
      <Panel
        title={t('headcount.bands')}
        actions={
          <SaveRows
            fileName={t('headcount.bands')}
            rows={kept.bands}
            columns={bandFields.map((field) => [wordOf(field), (one: AgeBand) => one[field]] as const)}
          />
        }
      >
        <p className="dt-quiet dt-small">
          {t('headcount.bandsNote')} {t('headcount.pasteNote')}
        </p>
        <div onPaste={paste}>
          {value.bands.map((one, place) => {
            const fault = faults.find((entry) => entry.place === place);
            return (
              // Bands have no ids; a row is its place.
              <div key={place} className="org-band">
                {bandFields.map((field) => (
                  <div key={field} className="org-band-field">
                    <span className="dt-quiet dt-small">{wordOf(field)}</span>
                    <AmountInput
                      aria-label={`${wordOf(field)} ${place + 1}`}
                      {...boundsOf(field)}
                      value={one[field]}
                      isWrong={fault?.field === field}
                      onChange={(number) => band(place, { [field]: number ?? Number.NaN })}
                    />
                  </div>
                ))}
                <span className="org-band-bar" aria-hidden="true">
                  <span style={{ width: `${(100 * Math.max(0, one.headcount || 0)) / most}%` }} />
                </span>
                <Button onClick={() => bands(value.bands.filter((_, at) => at !== place))}>
                  {t('headcount.removeBand')}
                </Button>
                {fault === undefined ? null : (
                  <span className="org-band-fault">{t(`headcount.fault.${fault.code}`)}</span>
                )}
              </div>
            );
          })}
        </div>
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
