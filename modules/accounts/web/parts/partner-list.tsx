import { EmptyState, Panel, SideTag, useLanguage, useNameOf, usePhrases, writeDay } from '@dualtrack/ui';

type Partner = {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly validFrom: string;
  readonly validTo: string | null;
};

/** The organisations with which there is a partnership, and since when. */
export function PartnerList(props: { readonly partners: readonly Partner[] }) {
  const t = usePhrases('accounts');
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  if (props.partners.length === 0) {
    return <EmptyState title={t('partners.none')}>{t('partners.noneNote')}</EmptyState>;
  }
  return (
    <Panel title={t('partners.own')} count={props.partners.length}>
      <ul className="acc-rows">
        {props.partners.map((partner) => (
          <li key={partner.id}>
            <SideTag side={partner.kind === 'school' ? 'school' : 'enterprise'}>{nameOf(partner)}</SideTag>
            <span className="dt-quiet">
              {t('partners.since', { day: writeDay(locale, partner.validFrom, 'day') })}
              {partner.validTo === null
                ? null
                : ` ${t('partners.until', { day: writeDay(locale, partner.validTo, 'day') })}`}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
