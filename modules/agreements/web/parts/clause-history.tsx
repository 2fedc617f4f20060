import { ErrorState, Loading, Moment, SideTag, useLanguage, useOperation, usePhrases } from '@dualtrack/ui';
import { Select } from 'antd';
import { useState } from 'react';
import { agreements } from '../client.ts';
import { WordDiff } from './word-diff.tsx';

/** Any two wordings of a clause compared word by word, in the page's language first; newest against the one before. */
export function ClauseHistory(props: { readonly agreementId: string; readonly clause: string }) {
  const { agreementId, clause } = props;
  const t = usePhrases('agreements');
  const tOwn = usePhrases('agreement-templates');
  const { locale } = useLanguage();
  const [chosen, setChosen] = useState<{ from?: number; to?: number }>({});
  const found = useOperation('agreements.sectionHistory', agreements.sectionHistory, { agreementId, clause });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const to = items.find((item) => item.revision === chosen.to) ?? items[0];
  const from = items.find((item) => item.revision === chosen.from) ?? items[1] ?? items[0];
  if (to === undefined || from === undefined) return null;
  const options = items.map((item) => ({
    value: item.revision,
    label: `${t('clause.revision', { revision: item.revision })} · ${item.name}`,
  }));
  const isSame = from.body === to.body && from.bodyEn === to.bodyEn;
  const texts = [
    { language: 'zh' as const, before: from.body, after: to.body },
    { language: 'en' as const, before: from.bodyEn, after: to.bodyEn },
  ];
  return (
    <div className="ag-old">
      <div className="ag-row">
        <span className="dt-small">{tOwn('compare.from')}</span>
        <Select
          size="small"
          aria-label={tOwn('compare.from')}
          value={from.revision}
          options={options}
          popupMatchSelectWidth={false}
          onChange={(revision) => setChosen({ ...chosen, from: revision })}
        />
        <span className="dt-small">{tOwn('compare.to')}</span>
        <Select
          size="small"
          aria-label={tOwn('compare.to')}
          value={to.revision}
          options={options}
          popupMatchSelectWidth={false}
          onChange={(revision) => setChosen({ ...chosen, to: revision })}
        />
        {to.side === null ? null : <SideTag side={to.side}>{to.name}</SideTag>}
        <Moment instant={to.at} />
      </div>
      {isSame ? <p className="dt-quiet">{tOwn('compare.same')}</p> : null}
      {(locale === 'en' ? texts.reverse() : texts).map((text) => (
        <WordDiff key={text.language} {...text} />
      ))}
    </div>
  );
}
