import { useLanguage, writeMoney } from '@dualtrack/ui';

/** The frame of a budget, from and to, in yuan. */
export function BudgetFrame(props: { readonly from: number; readonly to: number }) {
  const { locale } = useLanguage();
  const yuan = (amount: number) => writeMoney(locale, { amount, currency: 'CNY' }).replace(/\.00$/, '');
  return (
    <span className="dt-money">
      {props.from === props.to ? yuan(props.to) : `${yuan(props.from)} – ${yuan(props.to)}`}
    </span>
  );
}
