import { type Fact, FactList, Moment, Panel, usePhraseAt, usePhrases } from '@dualtrack/ui';
import type { Verification } from '../../verification.ts';

type Signature = Verification['signatures'][number];

/** What a PDF's signatures are worth, said in words: passed, indeterminate or failed, and why. */
export function VerificationView(props: {
  readonly verification: Verification;
  readonly facts?: readonly Fact[];
}) {
  const { verification, facts = [] } = props;
  const t = usePhrases('agreements');
  const tSigning = usePhrases('agreement-signing');
  const tFound = usePhrases('verification');
  const isUnsigned = verification.reasons.some((reason) => reason.code === 'signature.none');
  const outcome = isUnsigned ? 'indeterminate' : verification.outcome;
  return (
    <div className="ag-stack">
      <div className={`ag-verdict ag-verdict-${outcome}`} role="status">
        <p className="ag-outcome">{tFound(`outcome.${outcome}`)}</p>
        <p>{isUnsigned ? t('verify.unsigned') : t(`verify.${outcome}`)}</p>
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
            <p className="ag-outcome">{tFound(`outcome.${signature.outcome}`)}</p>
            <Reasons reasons={signature.reasons} />
            {signature.outcome === 'passed' && signature.kind === 'signature' ? (
              <p>{t('verify.passed')}</p>
            ) : null}
          </div>
          <SignatureFacts signature={signature} />
        </Panel>
      ))}
    </div>
  );
}

function SignatureFacts(props: { readonly signature: Signature }) {
  const { certificate, claimedAt, reason, changesSince, kind } = props.signature;
  const t = usePhrases('agreements');
  const tSigning = usePhrases('agreement-signing');
  const tFound = usePhrases('verification');
  const proven = { label: tSigning('verify.provenAt'), value: <Proven signature={props.signature} /> };
  const since = { label: tSigning('verify.since'), value: <Since changes={changesSince} /> };
  if (kind === 'document-timestamp') return <FactList facts={[proven, since]} />;
  const { revocation = null } = certificate ?? {};
  const at = revocation === null ? '' : revocation.asOf.slice(0, 10);
  return (
    <FactList
      facts={[
        {
          label: t('verify.claimedAt'),
          value: claimedAt === null ? '—' : <Moment instant={claimedAt} />,
        },
        proven,
        { label: tSigning('verify.purpose'), value: reason ?? '—' },
        since,
        { label: t('verify.organisation'), value: certificate?.subject.organisation ?? '—' },
        ...(certificate?.isSelfIssued === true
          ? []
          : [
              {
                label: tFound('revocation.label'),
                value:
                  revocation === null
                    ? tFound('revocation.none')
                    : tFound(`revocation.${revocation.status}`, { at }),
              },
            ]),
        {
          label: t('verify.fingerprint'),
          value: <span className="ag-digest">{certificate?.fingerprint ?? '—'}</span>,
        },
      ]}
    />
  );
}

/** The time that is proven, by the signature's own time-stamp or a later one; a doubtful stamp is named, too. */
function Proven(props: { readonly signature: Signature }) {
  const { timestamp, provenAt } = props.signature;
  const t = usePhrases('agreement-signing');
  const tFound = usePhrases('verification');
  if (timestamp === null && provenAt === null) return t('verify.noStamp');
  if (timestamp !== null && (provenAt === null || provenAt === timestamp.at))
    return (
      <>
        <Moment instant={timestamp.at} /> ({timestamp.authority})
        {timestamp.outcome === 'passed' ? null : ` · ${tFound(`outcome.${timestamp.outcome}`)}`}
      </>
    );
  return (
    <>
      <Moment instant={provenAt ?? ''} /> ({tFound('signature.provenBy')})
    </>
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
function Since(props: { readonly changes: Signature['changesSince'] }) {
  const t = usePhrases('agreement-signing');
  if (props.changes.length === 0) return t('since.nothing');
  const words = props.changes.map(({ kind, field }) => {
    const known = kinds.find((one) => one === kind);
    return `${known === undefined ? kind : t(`since.${known}`)}${field === null ? '' : ` (${field})`}`;
  });
  return [...new Set(words)].join('; ');
}

/** Every reason in words, with the sub-indication that other verifiers know it by. */
function Reasons(props: { readonly reasons: Verification['reasons'] }) {
  const phraseAt = usePhraseAt();
  const tFound = usePhrases('verification');
  return props.reasons.map(({ code, etsi, params }) => {
    const since = params['at'] ?? params['asOf'];
    return (
      <p key={code}>
        {phraseAt(`verification:reason.${code}`)}{' '}
        <span className="ag-etsi">
          {typeof since === 'string' ? `${since.slice(0, 10)} · ` : ''}
          {tFound('finding.etsi', { code: etsi })}
        </span>
      </p>
    );
  });
}
