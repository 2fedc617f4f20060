import { Panel, StateTag, usePhrases } from '@dualtrack/ui';
import { Button } from 'antd';
import type { LintFinding } from '../../shapes.ts';
import '../compliance.css';
import { ArticleLine } from './article.tsx';
import { OverrideLine, SetAside, type SetAsideActions } from './set-aside.tsx';

type Places = {
  /** What the reader calls a clause; undefined where the text has none of that name. */
  readonly placeOf: (clause: string) => string | undefined;
  /** Brings the clause into sight. */
  readonly onShow: (clause: string) => void;
  /** Left out where nothing can be set aside. */
  readonly actions?: SetAsideActions | undefined;
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
      {[...byPassage(findings)].map(([passage, own]) => (
        <Passage key={passage} findings={own} {...places} />
      ))}
      {findings.length === 0 ? null : <p className="dt-quiet dt-small cp-text">{t('terms.note')}</p>}
    </Panel>
  );
}

/** Findings on one and the same passage stand together. */
function byPassage(findings: readonly LintFinding[]): Map<string, LintFinding[]> {
  const found = new Map<string, LintFinding[]>();
  for (const one of findings) {
    const key = `${one.clause} ${one.quote}`;
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

function Passage(props: { readonly findings: readonly LintFinding[] } & Places) {
  const t = usePhrases('compliance');
  const { findings, placeOf, onShow, actions } = props;
  const { clause, quote } = findings[0] ?? { clause: null, quote: '' };
  const place = clause === null ? undefined : placeOf(clause);
  return (
    <section className="cp-passage">
      {clause === null || place === undefined ? null : (
        <Button type="text" size="small" className="cp-place" onClick={() => onShow(clause)}>
          {place}
        </Button>
      )}
      {quote === '' ? clause === null ? t('terms.missing') : null : <q className="cp-quote">{quote}</q>}
      <ul className="cp-facts">
        {findings.map((one) => (
          <Finding key={one.rule} finding={one} />
        ))}
      </ul>
      {actions === undefined || findings.every((one) => one.digest === null) ? null : (
        <SetAside findings={findings} actions={actions} />
      )}
    </section>
  );
}

function Finding(props: { readonly finding: LintFinding }) {
  const t = usePhrases('compliance');
  const { finding } = props;
  const isAside = finding.override?.state === 'granted' && !finding.override.isLapsed;
  return (
    <li>
      <strong>{finding.title}</strong>
      {isAside ? (
        <StateTag tone="plain">{t('override.tag')}</StateTag>
      ) : (
        <StateTag tone={finding.isBlocking ? 'danger' : 'soon'}>
          {t(finding.isBlocking ? 'outcome.breached' : 'terms.toWeigh')}
        </StateTag>
      )}
      <OverrideLine finding={finding} />
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
