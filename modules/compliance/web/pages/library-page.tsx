import {
  EmptyState,
  ErrorState,
  Loading,
  oneOf,
  PageHeader,
  StateTag,
  useAddressQuery,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import { Input } from 'antd';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from '../parts/article.tsx';

type Library = Awaited<ReturnType<typeof compliance.library>>;
type Rule = Library['rules'][number];

const strengths = ['must', 'generally', 'in-principle'] as const;
const severities = ['block', 'warn', 'by-policy', 'info'] as const;
const subjects = ['school', 'host', 'student', 'authority', 'both', 'any'] as const;

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
        shown.map((rule) => <RuleEntry key={rule.rule} rule={rule} labels={labels} />)
      )}
    </>
  );
}

function RuleEntry(props: { readonly rule: Rule; readonly labels: ReadonlyMap<string, string> }) {
  const t = usePhrases('compliance');
  const { rule, labels } = props;
  const strength = oneOf(strengths, rule.strength) ?? 'must';
  const severity = oneOf(severities, rule.severity) ?? 'info';
  const subject = oneOf(subjects, rule.subject) ?? 'any';
  return (
    <article className="cp-rule">
      <h2>{rule.title}</h2>
      <div className="cp-tags">
        <ArticleLine head={rule} />
        <StateTag tone={severity === 'block' ? 'danger' : 'plain'}>
          {t(`strength.${strength}`)} · {t(`severity.${severity}`)}
        </StateTag>
        {rule.isRedLine ? <StateTag tone="danger">{t('library.redLine')}</StateTag> : null}
        <span className="dt-quiet dt-small">{t(`subject.${subject}`)}</span>
      </div>
      <p className="cp-text">{rule.says}</p>
      <p className="cp-text">
        <span className="dt-quiet">{t('verdict.remedy')}: </span>
        {rule.remedy}
      </p>
      <p className="dt-quiet dt-small cp-text">
        {rule.waivableBySays}
        {rule.verified ? null : ` · ${t('verdict.unverified', { evidence: rule.evidence })}`}
      </p>
      <details className="dt-small">
        <summary className="dt-quiet">
          {t('library.facts')} ({rule.facts.length})
        </summary>
        {rule.facts.map((name) => labels.get(name) ?? name).join(' · ')}
      </details>
    </article>
  );
}
