import { Panel, StateTag, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import type { LintFinding } from '../../shapes.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';

type Places = {
  /** What the reader calls a clause; undefined where the text has none of that name. */
  readonly placeOf: (clause: string) => string | undefined;
  /** Brings the clause into sight. */
  readonly onShow: (clause: string) => void;
};

/** What the law says of the terms of an agreement before it is signed; each finding leads to its clause. */
export function TermsCheck(props: { readonly findings: readonly LintFinding[] } & Places) {
  const { findings, ...places } = props;
  const t = usePhrases('compliance');
  const blocking = findings.filter((one) => one.isBlocking).length;
  return (
    <Panel title={t('terms.title')} count={findings.length}>
      {findings.length === 0 ? <p className="dt-quiet cp-text">{t('terms.none')}</p> : null}
      {blocking === 0 ? null : (
        <p className="cp-text cp-warn" role="status">
          {t('terms.blocked', { count: blocking })}
        </p>
      )}
      <ul className="cp-facts">
        {findings.map((one) => (
          <Finding key={`${one.rule} ${one.clause}`} finding={one} {...places} />
        ))}
      </ul>
      {findings.length === 0 ? null : <p className="dt-quiet dt-small cp-text">{t('terms.note')}</p>}
    </Panel>
  );
}

function Finding(props: { readonly finding: LintFinding } & Places) {
  const t = usePhrases('compliance');
  const { finding, placeOf, onShow } = props;
  const { clause } = finding;
  const place = clause === null ? undefined : placeOf(clause);
  return (
    <li>
      <strong>{finding.title}</strong>
      <StateTag tone={finding.isBlocking ? 'danger' : 'soon'}>
        {t(finding.isBlocking ? 'outcome.breached' : 'terms.toWeigh')}
      </StateTag>
      <span className="cp-wide">
        {clause === null || place === undefined ? (
          finding.quote === '' ? (
            t('terms.missing')
          ) : null
        ) : (
          <Button type="link" size="small" className="cp-place" onClick={() => onShow(clause)}>
            {place}
          </Button>
        )}
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
