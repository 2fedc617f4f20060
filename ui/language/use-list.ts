import { useLanguage } from './language-provider.tsx';

/** Names in a row, with the mark that stands between them in the language: `甲、乙`, `A, B`. */
export function useList(): (texts: readonly string[]) => string {
  const { locale } = useLanguage();
  return (texts) => texts.join(locale === 'zh-CN' ? '、' : ', ');
}
