import { Button } from 'antd';
import { useAddressQuery } from '../address/use-address.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeNumber } from '../language/write-money.ts';
import { Icon } from '../parts/icon.tsx';
import { pageRange, pageSize } from './table-query.ts';

/** How many rows there are, which are seen, and the way to the others. */
export function TableFoot(props: { readonly page: number; readonly total: number }) {
  const t = usePhrases('ui');
  const { locale } = useLanguage();
  const [, change] = useAddressQuery();
  const { page, total } = props;
  const { from, to } = pageRange(page, total);
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const go = (next: number) => change({ page: next === 1 ? undefined : String(next) });
  const [first, last, all] = [from, to, total].map((value) => writeNumber(locale, value));
  return (
    <div className="dt-table-foot">
      <span className="dt-quiet" role="status">
        {pages === 1
          ? t('table.total', { count: total })
          : t('table.range', { from: first ?? '', to: last ?? '', count: all ?? '' })}
      </span>
      {pages === 1 ? null : (
        <span className="dt-table-pages">
          <Button
            icon={<Icon name="backward" size={16} />}
            aria-label={t('table.previous')}
            disabled={page <= 1}
            onClick={() => go(page - 1)}
          />
          <span>
            {page} / {pages}
          </span>
          <Button
            icon={<Icon name="forward" size={16} />}
            aria-label={t('table.next')}
            disabled={page >= pages}
            onClick={() => go(page + 1)}
          />
        </span>
      )}
    </div>
  );
}
