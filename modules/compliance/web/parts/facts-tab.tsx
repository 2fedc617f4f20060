import { EmptyState, ErrorState, Loading, useAddressQuery, useOperation, usePhrases } from '@dualtrack/ui';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { ClassMatrix } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { FactValue } from './fact-value.tsx';
import { LawChoice } from './law-choice.tsx';
import { SourceLine } from './source-line.tsx';

/** Facts of the whole class and of one student, each with its source; those kept here can be corrected. */
export function FactsTab(props: { readonly matrix: ClassMatrix }) {
  const t = usePhrases('compliance');
  const [query, change] = useAddressQuery();
  const [words, setWords] = useState('');
  const { id: classId, rows } = props.matrix;
  const row = rows.find((one) => one.placementId === query.student) ?? rows[0];
  const placementId = row?.placementId;
  const of = { classId, ...(placementId === undefined ? {} : { placementId }) };
  const found = useOperation('compliance.facts', compliance.facts.list, of, { keepsPrevious: true });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const items = found.data.items.filter((one) => one.label.toLowerCase().includes(words.toLowerCase()));
  const add = (
    <Button onClick={() => change({ fact: 'new', student: placementId, rule: undefined })}>
      {t('fact.add')}
    </Button>
  );
  return (
    <>
      <div className="cp-legend">
        <Select
          aria-label={t('matrix.student')}
          value={placementId ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={rows.map((row) => ({ value: row.placementId, label: row.studentName }))}
          onChange={(student: string) => change({ student })}
        />
        <Input
          className="cp-search"
          aria-label={t('fact.search')}
          placeholder={t('fact.search')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {row !== undefined && props.matrix.mayFile ? <LawChoice classId={classId} row={row} /> : null}
        {add}
      </div>
      {found.data.items.length === 0 ? (
        <EmptyState title={t('fact.noneRecorded')}>{t('fact.noneRecordedNote')}</EmptyState>
      ) : null}
      <ul className="cp-facts">
        {items.map((one) => (
          <li key={one.id}>
            <span>
              <span className="dt-quiet">{one.label} · </span>
              {one.isWithheld ? t('fact.withheld') : <FactValue value={one.value} unit={one.unit} />}
            </span>
            {one.whyNot === null ? (
              <Button
                size="small"
                onClick={() => change({ fact: one.name, student: placementId, rule: undefined })}
              >
                {t('fact.correct')}
              </Button>
            ) : (
              <span />
            )}
            <span className="cp-wide dt-small">
              {one.placementId === null ? `${t('fact.whole')} · ` : null}
              <SourceLine fact={one} classId={classId} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
