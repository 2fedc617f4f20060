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
  const tSigning = usePhrases('agreement-signing');
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
          title={
            signature.kind === 'document-timestamp'
              ? tSigning('verify.archive', { authority: signature.timestamp?.authority ?? '' })
              : t('verify.signature', { name: signature.certificate?.subject.commonName ?? signature.field })
          }
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
              {
                label: tSigning('verify.provenAt'),
                value:
                  signature.timestamp === null ? (
                    tSigning('verify.noStamp')
                  ) : (
                    <>
                      <Moment instant={signature.timestamp.at} /> ({signature.timestamp.authority})
                    </>
                  ),
              },
              { label: tSigning('verify.purpose'), value: signature.reason ?? '—' },
              { label: tSigning('verify.since'), value: <Since changes={signature.changesSince} /> },
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

const kinds = [
  'signature-added',
  'timestamp-added',
  'validation-data-added',
  'metadata-changed',
  'content-changed',
  'history-rewritten',
] as const;

/** What came after a signature, in words; further signatures are named. */
function Since(props: { readonly changes: Verification['signatures'][number]['changesSince'] }) {
  const t = usePhrases('agreement-signing');
  if (props.changes.length === 0) return t('since.nothing');
  const words = props.changes.map(({ kind, field }) => {
    const known = kinds.find((one) => one === kind);
    return `${known === undefined ? kind : t(`since.${known}`)}${field === null ? '' : ` (${field})`}`;
  });
  return [...new Set(words)].join('; ');
}

function Reasons(props: { readonly reasons: Verification['reasons'] }) {
  const t = usePhrases('agreements');
  return props.reasons.map(({ code }) => {
    const known = told.find((one) => one === code);
    return <p key={code}>{known === undefined ? t('reason.other', { code }) : t(`reason.${known}`)}</p>;
  });
}
