import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  useAddressQuery,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { Input } from 'antd';
import { compliance } from '../client.ts';
import '../compliance.css';
import { chaptersOf, RuleChapter } from '../parts/rule-chapter.tsx';

type Rule = Awaited<ReturnType<typeof compliance.library>>['rules'][number];

/** Every rule with its article, how sure its number is, what it says and who may waive it. */
export function LibraryPage() {
  const t = usePhrases('compliance');
  const [query, change] = useAddressQuery();
  const found = useOperation('compliance.library', compliance.library, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { rules, facts, title, caution, pack } = found.data;
  const words = (query.q ?? '').toLowerCase();
  const fits = (rule: Rule) =>
    [rule.rule, rule.title, rule.says, rule.article ?? '', rule.confidenceSays].some((text) =>
      text.toLowerCase().includes(words),
    );
  const shown = rules.filter(fits);
  const labels = new Map(facts.map((one) => [one.name, one.label]));
  return (
    <>
      <PageHeader
        title={t('library.title')}
        note={
          <>
            {title} ({pack}). {caution}
          </>
        }
      />
      <div className="cp-legend">
        <Input
          className="cp-search"
          allowClear
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={query.q ?? ''}
          onChange={(event) => change({ q: event.target.value }, { replaces: true })}
        />
        <span className="dt-quiet" aria-live="polite">
          {t('library.count', { count: shown.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('library.none')}>{t('library.noneNote')}</EmptyState>
      ) : (
        chaptersOf(shown).map((chapter) => (
          <RuleChapter
            // A search shows what it found; without one the chapters are closed.
            key={`${chapter.number} ${words === ''}`}
            chapter={chapter}
            labels={labels}
            isOpen={words !== ''}
          />
        ))
      )}
    </>
  );
}
