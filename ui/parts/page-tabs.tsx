import type { ReactNode } from 'react';
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
  if (!open) return null;
  return (
    <>
      <nav className="dt-tabs" aria-label={t('page.parts')}>
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
