import type { Locale } from '@dualtrack/locales/browser';
import type { ConfigProviderProps } from 'antd';
import english from 'antd/es/locale/en_US.js';

/** antd's own words (calendar, empty select, …) in one language. */
export type PartsLocale = NonNullable<ConfigProviderProps['locale']>;

// The package is typed as CommonJS; a bundler gives its default export directly.
function unwrapped(loaded: PartsLocale | { default: PartsLocale }): PartsLocale {
  return 'default' in loaded ? loaded.default : loaded;
}

/** English, which antd carries with it anyhow: there from the first moment, or all parts would be made anew when words come. */
export const builtInParts: PartsLocale = unwrapped(english);

/** Loads antd's words; English for languages antd does not speak. */
export async function loadPartsLocale(locale: Locale): Promise<PartsLocale> {
  if (locale !== 'zh-CN') return builtInParts;
  return unwrapped((await import('antd/es/locale/zh_CN.js')).default);
}
