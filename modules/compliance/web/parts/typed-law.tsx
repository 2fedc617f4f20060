import { StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import type { LintFinding } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';
import { cases, type Typed } from './typed-post.ts';
import { useLater } from './use-later.ts';

/**
 * Beside a form that no class is known of: rules that what is typed would break for interns. What depends on the
 * student is asked for one under age and for a woman.
 */
export function TypedLaw(props: { readonly typed: Typed }) {
  const t = usePhrases('compliance');
  const { fields = [], facts = {} } = useLater(props.typed);
  const known = cases.flatMap((clause) => {
    const given = facts[clause];
    return given === undefined ? [] : [{ clause, facts: given }];
  });
  const isAsked = fields.length + known.length > 0;
  const found = useOperation(
    'compliance.lint',
    compliance.lint,
    { kind: 'form', sections: [], known, fields },
    { enabled: isAsked, keepsPrevious: true },
  );
  // What is not yet of the right form is said at the field itself.
  if (!isAsked || found.data === undefined || found.isError) return null;
  const findings = plainest(found.data.findings);
  return (
    <section className="cp-tried" aria-live="polite" aria-label={t('typed.title')}>
      <h3>{t('typed.title')}</h3>
      {findings.length === 0 ? <p className="dt-quiet">{t('typed.none')}</p> : null}
      <ul className="cp-facts">
        {findings.map((one) => (
          <Finding key={`${one.rule} ${one.clause}`} finding={one} />
        ))}
      </ul>
    </section>
  );
}

/** What holds for anybody is not said once more for some. */
function plainest(findings: readonly LintFinding[]): LintFinding[] {
  const ordered = cases.flatMap((whom) => findings.filter((one) => (one.clause ?? 'anybody') === whom));
  return ordered.filter((one, at, all) => all.findIndex(({ rule }) => rule === one.rule) === at);
}

function Finding(props: { readonly finding: LintFinding }) {
  const t = usePhrases('compliance');
  const { finding } = props;
  const whom = cases.find((one) => one === finding.clause) ?? 'anybody';
  return (
    <li>
      <span>{finding.title}</span>
      <StateTag tone={finding.isBlocking ? 'danger' : 'soon'}>
        {t(finding.isBlocking ? 'outcome.breached' : 'terms.toWeigh')}
      </StateTag>
      <span className="cp-wide dt-small">
        {[whom === 'anybody' ? '' : t(`typed.${whom}`), ...finding.because, finding.remedy]
          .filter((text) => text !== '')
          .join(' · ')}
      </span>
      <span className="cp-wide">
        <ArticleLine head={finding} />
      </span>
    </li>
  );
}
