import { Panel, SaveRows, usePhrases, useToast, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Button, Select } from 'antd';
import { type ClipboardEvent, useState } from 'react';
import type { HeadcountRecord } from '../../contract.ts';
import { workforce } from '../client.ts';
import '../workforce.css';
import {
  type HistoryRow,
  historyColumns,
  isSound,
  nextRowQuarter,
  pasted,
  recordOf,
  rowsOf,
  withQuarter,
} from './history-rows.ts';

type Occupation = { readonly id: string; readonly name: string };

/** Headcounts as they were, one occupation at a time: typed or pasted, and saved together. */
export function HistoryGrid(props: {
  readonly occupations: readonly Occupation[];
  readonly records: readonly HeadcountRecord[];
  readonly today: string;
}) {
  const t = usePhrases('workforce');
  const toast = useToast();
  const [occupation, setOccupation] = useState(props.occupations[0]?.id ?? '');
  const stored = rowsOf(props.records, occupation);
  const [typed, setTyped] = useState<HistoryRow[]>();
  const rows = typed ?? stored;
  const wrong = rows.reduce(
    (sum, row) => sum + historyColumns.filter((column) => !isSound(column, row[column])).length,
    0,
  );
  const save = useWrite(workforce.history.put, {
    invalidates: ['workforce'],
    done: t('history.saved'),
    onDone: () => setTyped(undefined),
  });
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const text = event.clipboardData.getData('text/plain');
    if (!/[\t\n\r]/.test(text)) return;
    event.preventDefault();
    const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
    const block = lines.map((line) =>
      line.split('\t').map((cell) => cell.normalize('NFKC').replace(/[\s,]/g, '')),
    );
    const after = pasted(rows, block, { row, column });
    setTyped(after.rows);
    toast(t('history.pasted', { count: after.cells }));
  };
  const change = (place: number, some: Partial<HistoryRow>) =>
    setTyped(rows.map((row, at) => (at === place ? { ...row, ...some } : row)));
  const next = nextRowQuarter(rows, props.today);
  const whyNot =
    wrong > 0 ? t('history.wrong', { count: wrong }) : typed === undefined ? t('history.same') : undefined;
  return (
    <Panel
      title={t('history.title')}
      actions={
        <SaveRows
          fileName={t('history.title')}
          rows={props.records}
          columns={[
            [
              t('gap.occupation'),
              (row) => props.occupations.find(({ id }) => id === row.occupation)?.name ?? row.occupation,
            ],
            [t('history.quarter'), ({ quarter }) => quarter],
            ...historyColumns.map(
              (column) => [t(`history.${column}`), (row: HeadcountRecord) => row[column]] as const,
            ),
          ]}
        />
      }
    >
      <p className="dt-quiet dt-small">{t('history.note')}</p>
      <div className="wf-row">
        <Select
          aria-label={t('gap.occupation')}
          className="wf-choice"
          value={occupation}
          onChange={(id: string) => {
            setOccupation(id);
            setTyped(undefined);
          }}
          options={props.occupations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button onClick={() => setTyped(withQuarter(rows, next))}>
          {t('history.add', { quarter: next })}
        </Button>
        <WhyNotButton
          type="primary"
          whyNot={whyNot}
          loading={save.isPending}
          onClick={() => save.mutate({ records: rows.map((row) => recordOf(occupation, row)) })}
        >
          {t('history.save')}
        </WhyNotButton>
      </div>
      {rows.length === 0 ? null : (
        <div className="wf-matrix-frame">
          <table className="wf-matrix wf-history" aria-label={t('history.title')}>
            <thead>
              <tr>
                <th scope="col">{t('history.quarter')}</th>
                {historyColumns.map((column) => (
                  <th key={column} scope="col" className="dt-number">
                    {t(`history.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, place) => (
                <tr key={row.quarter}>
                  <th scope="row">{row.quarter}</th>
                  {historyColumns.map((column, at) => (
                    <td key={column}>
                      <input
                        inputMode="numeric"
                        value={row[column]}
                        aria-label={t('history.cell', {
                          column: t(`history.${column}`),
                          quarter: row.quarter,
                        })}
                        aria-invalid={!isSound(column, row[column])}
                        onPaste={(event) => paste(event, place, at)}
                        onChange={(event) => change(place, { [column]: event.target.value.trim() })}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
