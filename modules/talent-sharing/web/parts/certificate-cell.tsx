import { usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import type { HourEntry } from '../../contract.ts';
import { api, certificateAddress } from '../client.ts';

/** The certificate of attested hours: made once, then opened; its facts for a credential beside it. */
export function CertificateCell(props: { readonly entry: HourEntry }) {
  const { id: entryId, certificateId, mayCertify, title } = props.entry;
  const t = usePhrases('talent-booking');
  const make = useWrite(api.certificates.make, {
    invalidates: ['talentSharing'],
    done: t('certificate.made'),
  });
  if (certificateId !== null) {
    return (
      <span className="ts-row ts-links">
        <a href={certificateAddress(certificateId)} aria-label={t('certificate.openLabel', { title })}>
          {t('certificate.open')}
        </a>
        <a
          href={`/api/talent-certificates/${certificateId}`}
          aria-label={t('certificate.factsLabel', { title })}
        >
          {t('certificate.facts')}
        </a>
      </span>
    );
  }
  if (!mayCertify) return null;
  return (
    <Button
      size="small"
      loading={make.isPending}
      aria-label={t('certificate.makeLabel', { title })}
      onClick={() => make.mutate({ entryId })}
    >
      {t('certificate.make')}
    </Button>
  );
}
