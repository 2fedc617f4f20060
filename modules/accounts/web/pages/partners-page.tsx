import { ErrorState, Loading, PageHeader, useOperation, usePhrases, useSession } from '@dualtrack/ui';
import { accounts } from '../client.ts';
import '../accounts.css';
import { Directory } from '../parts/directory.tsx';
import { Offers } from '../parts/offers.tsx';
import { PartnerList } from '../parts/partner-list.tsx';

/** Partners, open offers, and the directory in which new partners are found. */
export function PartnersPage() {
  const t = usePhrases('accounts');
  const { membership } = useSession();
  const found = useOperation('accounts.partnerships', accounts.partnerships.list, undefined);
  const mayDecide = membership.role === 'school-office' || membership.role === 'enterprise-hr';
  const whyNot = mayDecide ? undefined : t('partners.whyNot');
  return (
    <>
      <PageHeader title={t('partners.title')} note={t('partners.note')} />
      {found.isPending ? <Loading /> : null}
      {found.isError ? <ErrorState error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.data === undefined ? null : (
        <div className="acc-page">
          <Offers offers={found.data.offers} whyNot={whyNot} />
          <PartnerList partners={found.data.partners} />
          <Directory partnerIds={found.data.partners.map((partner) => partner.id)} whyNot={whyNot} />
        </div>
      )}
    </>
  );
}
