import { type ReactNode, useEffect, useRef } from 'react';
import { PageLink } from '../address/page-link.tsx';
import { useAddressQuery, usePath } from '../address/use-address.ts';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/page.css';

/** One part of a page; its content is only made when the part is open. */
export type PageTab = {
  /** Stands in the address: `?tab=files`. */
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: () => ReactNode;
};

/** The parts of a page as links: each has an address, back works, and the first one is open when none is named. */
export function PageTabs(props: { readonly tabs: readonly PageTab[] }) {
  const t = usePhrases('ui');
  const [query] = useAddressQuery();
  const path = usePath();
  const [first] = props.tabs;
  const open = props.tabs.find((tab) => tab.key === query.tab) ?? first;
  const row = useRef<HTMLElement>(null);
  const openKey = open?.key;
  useEffect(() => {
    // On a phone the row is longer than the screen; the open part must not be the one that is out of sight.
    const current = openKey === undefined ? null : row.current?.querySelector('[aria-current]');
    if (!row.current || !current) return;
    const [around, at] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (at.left >= around.left && at.right <= around.right) return;
    row.current.scrollBy({ left: at.left - around.left - (around.width - at.width) / 2 });
  }, [openKey]);
  if (!open) return null;
  return (
    <>
      <nav ref={row} className="dt-tabs" aria-label={t('page.parts')}>
        {props.tabs.map((tab) => (
          <PageLink
            key={tab.key}
            to={tab === first ? path : `${path}?tab=${encodeURIComponent(tab.key)}`}
            aria-current={tab === open ? 'page' : undefined}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="dt-count">{tab.count}</span>}
          </PageLink>
        ))}
      </nav>
      <div className="dt-tab-content">{open.content()}</div>
    </>
  );
}
