import { oneOf, StateTag, usePhrases } from '@dualtrack/ui';
import type { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';

/** A rule as the library gives it. */
export type LibraryRule = Awaited<ReturnType<typeof compliance.library>>['rules'][number];

const strengths = ['must', 'generally', 'in-principle'] as const;
const severities = ['block', 'warn', 'by-policy', 'info'] as const;
const subjects = ['school', 'host', 'student', 'authority', 'both', 'any'] as const;

/** One rule: its title, and opened what it says, who may waive it and what it looks at. */
export function RuleEntry(props: {
  readonly rule: LibraryRule;
  readonly labels: ReadonlyMap<string, string>;
}) {
  const t = usePhrases('compliance');
  const { rule, labels } = props;
  const strength = oneOf(strengths, rule.strength) ?? 'must';
  const severity = oneOf(severities, rule.severity) ?? 'info';
  const subject = oneOf(subjects, rule.subject) ?? 'any';
  return (
    <details className="cp-rule">
      <summary>
        <b>{rule.title}</b>
        <ArticleLine head={rule} />
      </summary>
      <div className="cp-tags">
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
    </details>
  );
}
