import { ErrorState, Loading, oneOf, Panel, useOperation, usePhrases } from '@dualtrack/ui';
import { Input } from 'antd';
import { useState } from 'react';
import { compliance } from '../client.ts';
import '../compliance.css';
import { moments } from '../moments.ts';
import { ArticleLine } from './article.tsx';
import { OpenTags } from './outcome.tsx';

/** A class on a day of the past: by the law of that day, on what was known then. */
export function PastDay(props: { readonly classId: string }) {
  const t = usePhrases('compliance');
  const [on, setOn] = useState('');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on);
  return (
    <Panel title={t('past.title')}>
      <p className="dt-quiet cp-text">{t('past.note')}</p>
      <Input
        type="date"
        className="cp-day"
        aria-label={t('past.day')}
        value={on}
        onChange={(event) => setOn(event.target.value)}
      />
      {isDay ? <PastVerdicts classId={props.classId} on={on} /> : null}
    </Panel>
  );
}

function PastVerdicts(props: { readonly classId: string; readonly on: string }) {
  const t = usePhrases('compliance');
  const found = useOperation('compliance.past', compliance.classes.past, props);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} />;
  const { rules, tally, moment } = found.data;
  const open = rules.filter((one) => one.breached + one.unknown > 0);
  return (
    <>
      <p className="cp-tags">
        <OpenTags tally={tally} />
        <span className="dt-quiet dt-small">{t(`moment.${oneOf(moments, moment) ?? 'other'}`)}</span>
      </p>
      {open.length === 0 ? <p className="dt-quiet">{t('matrix.noneNote')}</p> : null}
      <ul className="cp-list">
        {open.map((one) => (
          <li key={one.rule}>
            <span>{one.title}</span>
            <OpenTags tally={one} />
            <span className="cp-under">
              <ArticleLine head={one} />
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
