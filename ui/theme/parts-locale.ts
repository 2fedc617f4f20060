import type { Locale } from '@dualtrack/locales/browser';
import type { ConfigProviderProps } from 'antd';

/** antd's own words (calendar, empty select, …) in one language. */
export type PartsLocale = NonNullable<ConfigProviderProps['locale']>;

/** Loads antd's words; English, which is built in, for languages antd does not speak. */
export async function loadPartsLocale(locale: Locale): Promise<PartsLocale | undefined> {
  if (locale !== 'zh-CN') return undefined;
  const module = await import('antd/es/locale/zh_CN.js');
  // The package is typed as CommonJS; a bundler gives its default export directly.
  const loaded: PartsLocale | { default: PartsLocale } = module.default;
  return 'default' in loaded ? loaded.default : loaded;
}
