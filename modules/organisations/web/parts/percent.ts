import { useLanguage, writeNumber } from '@dualtrack/ui';

/** Writes a share of 1 as per cent: `87.5%`. */
export function usePercent(): (share: number) => string {
  const { locale } = useLanguage();
  return (share) => `${writeNumber(locale, share * 100)}%`;
}
