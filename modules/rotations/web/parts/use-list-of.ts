import { useLanguage } from '@dualtrack/ui';

/** Puts names side by side as the reader's language does it. */
export function useListOf(): (names: readonly string[]) => string {
  const { locale } = useLanguage();
  return (names) => names.join(locale === 'zh-CN' ? '、' : ', ');
}
