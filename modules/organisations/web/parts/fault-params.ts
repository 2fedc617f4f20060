import type { Params } from '@dualtrack/locales/browser';
import type { RecordFault } from '../../records/record-faults.ts';

/** The params of a fault as its phrase takes them, with allowed words in the reader's language. */
export function faultParams(fault: RecordFault, locale: string): Params {
  const { params } = fault;
  return { ...params, allowed: (locale === 'zh-CN' ? params.allowedZh : params.allowedEn) ?? '' };
}
