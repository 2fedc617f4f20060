import { Panel, SideTag, useNameOf, usePhrases } from '@dualtrack/ui';
import type { AgreementCourse, ClauseDiff } from '../../contract/amendments.ts';
import { isTypedArticle } from '../../recorded-duty.ts';

/** What an amendment changes, word by word in both languages, and who has to sign it for which reason. */
export function AmendmentDiff(props: { readonly course: AgreementCourse }) {
  const { course } = props;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const number = (clause: string) => {
    const found = course.diff.find((one) => one.clause === clause);
    if (found === undefined) return t('duties.clause', { clause });
    // Typed duties have no numbers in the paper that its readers would know.
    if (isTypedArticle(clause)) return nameOf({ name: found.title, nameEn: found.titleEn });
    return t('duties.clause', { clause: String(found.position + 1) });
  };
  return (
    <>
      <Panel title={t('signers.title')}>
        {course.signers.length === 0 ? <p className="dt-quiet">{t('diff.none')}</p> : null}
        <ul className="duty-lines">
          {course.signers.map(({ side, reasons }) => (
            <li key={side} className="ag-row">
              <SideTag side={side} />
              <span>
                {reasons.map(({ clause, code }) => `${number(clause)}: ${t(`signers.${code}`)}`).join('; ')}
              </span>
            </li>
          ))}
        </ul>
        {course.concernsStudents.length === 0 ? null : (
          <p className="dt-small dt-quiet">
            {t('signers.students', { clauses: course.concernsStudents.map(number).join(', ') })}
          </p>
        )}
      </Panel>
      <Panel title={t('diff.title')} count={course.diff.length}>
        {course.diff.map((clause) => (
          <Clause key={clause.clause} diff={clause} />
        ))}
      </Panel>
    </>
  );
}

function Clause(props: { readonly diff: ClauseDiff }) {
  const { diff } = props;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  return (
    <section className="duty-diff">
      <h3>
        {isTypedArticle(diff.clause) ? '' : `${diff.position + 1}. `}
        {nameOf({ name: diff.title, nameEn: diff.titleEn })}
      </h3>
      {diff.isOvertaken ? <p className="ag-verdict ag-verdict-failed">{t('diff.overtaken')}</p> : null}
      {diff.isChanged ? (
        <div className="duty-two">
          {(['zh', 'en'] as const).map((language) => (
            <div key={language}>
              <div className="dt-small dt-quiet">{t(`diff.${language}`)}</div>
              <p lang={language === 'zh' ? 'zh-CN' : 'en'}>
                {placed(diff[language]).map(({ kind, text, at }) => {
                  if (kind === 'same') return <span key={at}>{text}</span>;
                  return kind === 'gone' ? (
                    <del key={at}>
                      <span className="dt-hidden">{t('diff.gone')} </span>
                      {text}
                    </del>
                  ) : (
                    <ins key={at}>
                      <span className="dt-hidden">{t('diff.new')} </span>
                      {text}
                    </ins>
                  );
                })}
              </p>
            </div>
          ))}
        </div>
      ) : (
        <p className="dt-quiet">{t('diff.unchanged')}</p>
      )}
    </section>
  );
}

/** Stretches with their place in the text, by which they are told apart. */
function placed(segments: ClauseDiff['zh']) {
  let length = 0;
  return segments.map((segment) => {
    const at = `${segment.kind}${length}`;
    length += segment.text.length;
    return { ...segment, at };
  });
}
