import { useMemo } from 'react';
import { diffWords } from '../../word-diff.ts';

/** What went and what came between two wordings, word by word, paragraph breaks kept. */
export function WordDiff(props: {
  readonly before: string;
  readonly after: string;
  readonly language: 'zh' | 'en';
}) {
  const { before, after, language } = props;
  const segments = useMemo(() => diffWords(before, after, language), [before, after, language]);
  let place = 0;
  return (
    <div className="ag-diff" lang={language === 'zh' ? 'zh-CN' : 'en'}>
      {segments.map(({ kind, text }) => {
        place += text.length;
        const key = `${place} ${kind}`;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'gone' ? <del key={key}>{text}</del> : <ins key={key}>{text}</ins>;
      })}
    </div>
  );
}
