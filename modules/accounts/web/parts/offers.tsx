import { ConfirmButton, Panel, useNameOf, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { accounts } from '../client.ts';

type Offer = { readonly id: string; readonly from: string; readonly fromEn: string };
type OffersProps = { readonly offers: readonly Offer[]; readonly whyNot: string | undefined };

/** Offers of a partnership to the own organisation; nothing is drawn while there are none. */
export function Offers(props: OffersProps) {
  const t = usePhrases('accounts');
  const nameOf = useNameOf();
  const accept = useWrite(accounts.partnerships.decide, {
    invalidates: ['accounts'],
    done: t('partners.accepted'),
  });
  const decline = useWrite(accounts.partnerships.decide, {
    invalidates: ['accounts'],
    done: t('partners.declined'),
  });
  if (props.offers.length === 0) return null;
  return (
    <Panel title={t('partners.offers')} count={props.offers.length}>
      <ul className="acc-rows">
        {props.offers.map((offer) => {
          const name = nameOf({ name: offer.from, nameEn: offer.fromEn });
          return (
            <li key={offer.id}>
              <span>{t('partners.offerFrom', { name })}</span>
              <span className="acc-acts">
                <WhyNotButton
                  type="primary"
                  whyNot={props.whyNot}
                  loading={accept.isPending}
                  onClick={() => accept.mutate({ offerId: offer.id, accept: true })}
                >
                  {t('partners.accept')}
                </WhyNotButton>
                {props.whyNot === undefined ? (
                  <ConfirmButton
                    title={t('partners.declineQuestion', { name })}
                    consequence={t('partners.declineConsequence', { name })}
                    onConfirm={() => decline.mutateAsync({ offerId: offer.id, accept: false })}
                  >
                    {t('partners.decline')}
                  </ConfirmButton>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
