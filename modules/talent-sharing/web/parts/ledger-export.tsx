import { ExportButton, usePhrases } from '@dualtrack/ui';
import type { Account } from '../../contract.ts';
import { type Side, sides } from '../../side.ts';
import { allAtOnce, wholeQuery } from '../all-at-once.ts';
import { useWords } from '../words.ts';

type Row = { account: Account; month: string; totals: Account['totals']; by: Record<Side, string> };

/** Every account month by month, both ways, with who confirmed, and its sum as the last row. */
export function LedgerExport(props: { readonly items: readonly Account[] }) {
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const rows = props.items.flatMap((account): Row[] => [
    ...account.statements.map(({ month, totals, school, enterprise }) => ({
      ...{ account, month, totals },
      by: { school: school ?? '', enterprise: enterprise ?? '' },
    })),
    { account, month: t('ledger.sum'), totals: account.totals, by: { school: '', enterprise: '' } },
  ]);
  const column = (key: string, header: string, text: (row: Row) => string | number) => ({
    ...{ key, header, text, cell: text },
  });
  return (
    <ExportButton
      load={allAtOnce(rows)}
      query={wholeQuery}
      fileName={t('area.ledger')}
      columns={[
        column('number', t('ledger.agreement'), ({ account }) => account.number),
        column('school', t('side.school'), ({ account }) => words.sides(account).school),
        column('enterprise', t('side.enterprise'), ({ account }) => words.sides(account).enterprise),
        column('month', t('ledger.month'), (row) => row.month),
        ...sides.flatMap((side) => [
          column(
            `${side}Hours`,
            `${t(`ledger.given.${side}`)} (${t('ledger.hours')})`,
            ({ totals }) => totals[side].minutes / 60,
          ),
          column(
            `${side}Fee`,
            `${t(`ledger.given.${side}`)} (${t('ledger.fee')})`,
            ({ totals }) => totals[side].fee / 100,
          ),
        ]),
        ...sides.map((side) =>
          column(`${side}By`, `${t('ledger.confirm')} · ${t(`side.${side}`)}`, ({ by }) => by[side]),
        ),
      ]}
    />
  );
}
