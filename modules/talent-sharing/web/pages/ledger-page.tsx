import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeMoney,
  writeNumber,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { Account } from '../../contract.ts';
import { sides } from '../../side.ts';
import { api } from '../client.ts';
import { LedgerExport } from '../parts/ledger-export.tsx';
import { RatesPanel } from '../parts/rates-panel.tsx';
import { useOwn, useWords } from '../words.ts';
import '../talents.css';

/** Accounts by agreement: hours both ways, balance, rates and monthly statements. */
export function LedgerPage() {
  const t = usePhrases('talent-sharing');
  const found = useOperation('talentSharing.ledger', api.ledger.get, undefined);
  const header = (
    <PageHeader
      title={t('area.ledger')}
      note={t('ledger.note')}
      actions={
        <div className="ts-row">
          <LedgerExport items={found.data?.items ?? []} />
          <PageLink className="dt-button" to="/talent-hours">
            {t('ledger.entries')}
          </PageLink>
        </div>
      }
    />
  );
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <>
      {header}
      {found.data.items.length === 0 ? (
        <EmptyState title={t('ledger.none')}>{t('ledger.noneNote')}</EmptyState>
      ) : null}
      <div className="ts-stack">
        {byMovement(found.data.items).map((account) => (
          <AccountView key={account.agreementId} account={account} />
        ))}
      </div>
    </>
  );
}

/** Accounts in which something happened stand first. */
const byMovement = (items: readonly Account[]) => {
  const isMoved = (one: Account) => one.statements.length + one.rates.length > 0;
  return [...items.filter(isMoved), ...items.filter((one) => !isMoved(one))];
};

function useBalance(balance: Account['balance']): string {
  const t = usePhrases('talent-sharing');
  const { locale } = useLanguage();
  const hours = writeNumber(locale, Math.abs(balance.minutes) / 60, 1);
  const money = writeMoney(locale, { amount: Math.abs(balance.fee), currency: 'CNY' });
  const parts = [
    ...(balance.minutes === 0
      ? []
      : [t(balance.minutes > 0 ? 'ledger.ahead.school' : 'ledger.ahead.enterprise', { hours })]),
    // A positive fee is what the enterprise owes the school.
    ...(balance.fee === 0
      ? []
      : [t(balance.fee > 0 ? 'ledger.owes.enterprise' : 'ledger.owes.school', { money })]),
  ];
  return parts.length === 0 ? t('ledger.balanced') : parts.join(' · ');
}

function AccountView(props: { readonly account: Account }) {
  const { account } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { locale } = useLanguage();
  const { side } = useOwn();
  const partner = words.sides(account)[side === 'school' ? 'enterprise' : 'school'];
  const money = (amount: number) => writeMoney(locale, { amount, currency: 'CNY' });
  return (
    <Panel
      title={`${partner} · ${words.pick(account.title, account.titleEn)}`}
      actions={
        <PageLink to={`/agreements/${account.agreementId}`} className="dt-small ts-number">
          {account.number}
        </PageLink>
      }
    >
      <div className="ts-stack">
        <dl className="dt-facts">
          {sides.map((one) => (
            <div key={one}>
              <dt>{t(`ledger.given.${one}`)}</dt>
              <dd>
                <span className="ts-sum">{words.hours(account.totals[one].minutes)}</span>{' '}
                <span className="dt-quiet">{money(account.totals[one].fee)}</span>
              </dd>
            </div>
          ))}
          <div>
            <dt>{t('ledger.balance')}</dt>
            <dd>{useBalance(account.balance)}</dd>
          </div>
        </dl>
        <div className="ts-two">
          <RatesPanel account={account} />
          <Statements account={account} />
        </div>
      </div>
    </Panel>
  );
}

function Statements(props: { readonly account: Account }) {
  const { agreementId, statements } = props.account;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const { side, isLead } = useOwn();
  const { locale } = useLanguage();
  const confirm = useWrite(api.ledger.confirm, {
    invalidates: ['talentSharing'],
    done: t('ledger.confirmed'),
  });
  const thisMonth = new Date().toISOString().slice(0, 7);
  return (
    <div>
      <h3>{t('ledger.statements')}</h3>
      {statements.length === 0 ? <p className="dt-quiet">{t('ledger.noHours')}</p> : null}
      <ul className="ts-list">
        {statements.map((one) => (
          <li key={one.month}>
            <div>
              <PageLink to={`/talent-hours?month=${one.month}`}>{one.month}</PageLink>{' '}
              <span className="dt-quiet">
                {sides
                  .map(
                    (of) =>
                      `${t(`side.${of}`)} ${words.hours(one.totals[of].minutes)} ${writeMoney(locale, {
                        amount: one.totals[of].fee,
                        currency: 'CNY',
                      })}`,
                  )
                  .join(' · ')}
              </span>
              <div className="dt-small dt-quiet">
                {sides
                  .map((of) => {
                    const by = one[of];
                    return `${t(`side.${of}`)}: ${
                      by === null ? t('ledger.notConfirmed') : t('ledger.confirmedBy', { by })
                    }`;
                  })
                  .join(' · ')}
              </div>
            </div>
            {isLead && one[side] === null && one.month < thisMonth ? (
              <Button
                size="small"
                type="primary"
                loading={confirm.isPending}
                onClick={() => confirm.mutate({ agreementId, month: one.month, totals: one.totals })}
              >
                {t('ledger.confirm')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
