import { EmptyState, ErrorState, Loading, useOperation, usePhrases } from '@dualtrack/ui';
import type { AgreementDetail } from '../../contract.ts';
import { agreements, fileAddress } from '../client.ts';
import { VerificationView } from './verification-view.tsx';

/** The paper: a preview while it is negotiated, then the document and what its signatures are worth. */
export function DocumentPanel(props: { readonly agreement: AgreementDetail }) {
  const { agreement } = props;
  const t = usePhrases('agreements');
  if (!agreement.hasDocument) {
    return (
      <EmptyState
        title={t('error.agreement.no-document')}
        action={
          <a href={fileAddress(agreement.id, 'preview')} target="_blank" rel="noreferrer">
            {t('do.preview')}
          </a>
        }
      />
    );
  }
  return (
    <div className="ag-stack">
      <a href={fileAddress(agreement.id, 'document')} target="_blank" rel="noreferrer">
        {t('do.download')}
      </a>
      <div>
        <div className="dt-small dt-quiet">{t('sign.digest')}</div>
        <div className="ag-digest">{agreement.documentDigest}</div>
      </div>
      <KeptVerification agreementId={agreement.id} />
    </div>
  );
}

function KeptVerification(props: { readonly agreementId: string }) {
  const t = usePhrases('agreements');
  const found = useOperation('agreements.verification', agreements.verification, props);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { record, ...verification } = found.data;
  const answer = (is: boolean) => (is ? t('verify.yes') : t('verify.no'));
  return (
    <VerificationView
      verification={verification}
      facts={[
        { label: t('verify.kept'), value: answer(record.isKeptFile) },
        { label: t('verify.continues'), value: answer(record.continuesFixedText) },
        { label: t('verify.signers'), value: answer(record.hasRecordedSigners) },
      ]}
    />
  );
}
