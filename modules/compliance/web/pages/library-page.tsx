import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  useAddressQuery,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { Input, Select } from 'antd';
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
  const { rules, facts, packs } = found.data;
  const words = (query.q ?? '').toLowerCase();
  const chosen = packs.find((one) => one.id === query.pack) ?? packs[0];
  const fits = (rule: Rule) =>
    [rule.rule, rule.title, rule.says, rule.article ?? '', rule.law?.name ?? '', rule.confidenceSays].some(
      (text) => text.toLowerCase().includes(words),
    );
  // A search looks into every pack.
  const shown = rules.filter(words === '' ? (rule) => rule.pack === chosen?.id : fits);
  const labels = new Map(facts.map((one) => [one.name, one.label]));
  return (
    <>
      <PageHeader
        title={t('library.title')}
        note={
          words === '' && chosen !== undefined
            ? t('library.head', {
                title: chosen.title,
                pack: `${chosen.id}@${chosen.version}`,
                caution: chosen.caution,
              })
            : t('library.everywhere')
        }
      />
      <div className="cp-legend">
        <Select
          className="cp-pack"
          aria-label={t('library.pack')}
          value={chosen?.id ?? ''}
          options={packs.map((one) => ({ value: one.id, label: `${one.jurisdiction} · ${one.title}` }))}
          onChange={(pack: string) => change({ pack, q: undefined })}
        />
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
            key={`${chapter.key} ${words === ''}`}
            chapter={chapter}
            labels={labels}
            isOpen={words !== ''}
          />
        ))
      )}
    </>
  );
}
