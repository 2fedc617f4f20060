import { ErrorState, Panel, StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import type { AgreementTerms, LintFinding } from '../../shapes.ts';
import { compliance } from '../client.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';

/** What the law says of the terms of an agreement before it is signed, each finding at its clause. */
export function TermsCheck(props: { readonly terms: AgreementTerms }) {
  const t = usePhrases('compliance');
  const { terms } = props;
  const found = useOperation('compliance.lint', compliance.lint, terms, { keepsPrevious: true });
  if (found.isPending) return null;
  if (found.isError) return <ErrorState error={found.error} />;
  const { findings } = found.data;
  const titleOf = (clause: string | null) => {
    const at = terms.sections.findIndex((one) => one.clause === clause);
    const section = terms.sections[at];
    return section === undefined ? t('terms.missing') : `${at + 1}. ${section.title}`;
  };
  return (
    <Panel title={t('terms.title')} count={findings.length}>
      {findings.length === 0 ? <p className="dt-quiet cp-text">{t('terms.none')}</p> : null}
      <ul className="cp-facts">
        {findings.map((one) => (
          <Finding key={`${one.rule} ${one.clause}`} finding={one} place={titleOf(one.clause)} />
        ))}
      </ul>
      {findings.length === 0 ? null : <p className="dt-quiet dt-small cp-text">{t('terms.note')}</p>}
    </Panel>
  );
}

function Finding(props: { readonly finding: LintFinding; readonly place: string }) {
  const t = usePhrases('compliance');
  const { finding, place } = props;
  return (
    <li>
      <strong>{finding.title}</strong>
      <StateTag tone={finding.isBlocking ? 'danger' : 'soon'}>{t('outcome.breached')}</StateTag>
      <span className="cp-wide">
        {place}
        {finding.quote === '' ? null : <q className="cp-quote">{finding.quote}</q>}
      </span>
      <span className="cp-wide dt-small">
        {finding.because.join(' · ')}
        {finding.remedy === '' ? null : ` · ${t('verdict.remedy')}: ${finding.remedy}`}
      </span>
      <span className="cp-wide">
        <ArticleLine head={finding} />
      </span>
    </li>
  );
}
