import { type Fact, FactList, Moment, Panel, usePhrases } from '@dualtrack/ui';
import type { Verification } from '../../verification.ts';

const told = [
  'certificate.self-issued',
  'document.changed',
  'content.changed-since',
  'signature.forged',
  'signature.none',
] as const;

/** What a PDF's signatures are worth, said in words: valid, not fully proven, or not valid, and why. */
export function VerificationView(props: {
  readonly verification: Verification;
  readonly facts?: readonly Fact[];
}) {
  const { verification, facts = [] } = props;
  const t = usePhrases('agreements');
  const isUnsigned = verification.reasons.some((reason) => reason.code === 'signature.none');
  return (
    <div className="ag-stack">
      <div
        className={`ag-verdict ag-verdict-${isUnsigned ? 'indeterminate' : verification.outcome}`}
        role="status"
      >
        <p>{isUnsigned ? t('verify.unsigned') : t(`verify.${verification.outcome}`)}</p>
        {isUnsigned ? null : <Reasons reasons={verification.reasons} />}
      </div>
      {facts.length === 0 ? null : <FactList facts={facts} />}
      {verification.signatures.map((signature) => (
        <Panel
          key={signature.field}
          title={t('verify.signature', {
            name: signature.certificate?.subject.commonName ?? signature.field,
          })}
        >
          <div className={`ag-verdict ag-verdict-${signature.outcome}`}>
            <Reasons reasons={signature.reasons} />
            {signature.outcome === 'passed' ? <p>{t('verify.passed')}</p> : null}
          </div>
          <FactList
            facts={[
              {
                label: t('verify.claimedAt'),
                value: signature.claimedAt === null ? '—' : <Moment instant={signature.claimedAt} />,
              },
              { label: t('verify.organisation'), value: signature.certificate?.subject.organisation ?? '—' },
              {
                label: t('verify.fingerprint'),
                value: <span className="ag-digest">{signature.certificate?.fingerprint ?? '—'}</span>,
              },
            ]}
          />
        </Panel>
      ))}
    </div>
  );
}

function Reasons(props: { readonly reasons: Verification['reasons'] }) {
  const t = usePhrases('agreements');
  return props.reasons.map(({ code }) => {
    const known = told.find((one) => one === code);
    return <p key={code}>{known === undefined ? t('reason.other', { code }) : t(`reason.${known}`)}</p>;
  });
}
