import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { type Amount, writeMoney } from '../language/write-money.ts';

/** Money with two decimals: ¥2,150.00; with `perMonth`, "a month" behind it. */
export function Money(props: { readonly money: Amount; readonly perMonth?: boolean }) {
  const { locale } = useLanguage();
  const t = usePhrases('ui');
  const amount = writeMoney(locale, props.money);
  return <span className="dt-money">{props.perMonth ? t('money.perMonth', { amount }) : amount}</span>;
}
