import { useCallback } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import '../styles/parts.css';
import type { Side } from './side.ts';

type Named = { readonly name: string; readonly nameEn?: string | null };

/** The name in the page's language: the English one where English is read and there is one, else the Chinese. */
export function useNameOf(): (named: Named) => string {
  const { locale } = useLanguage();
  return useCallback(
    (named: Named) => (locale === 'zh-CN' || !named.nameEn ? named.name : named.nameEn),
    [locale],
  );
}

/** An organisation in the page's language. */
export function OrganisationName(props: { readonly organisation: Named }) {
  return <>{useNameOf()(props.organisation)}</>;
}

/** A person as they write their name (family name first in Chinese), with the ring of their side. */
export function PersonName(props: { readonly person: Named; readonly side?: Side }) {
  const name = useNameOf()(props.person);
  const ring = props.side === undefined ? '' : ` dt-ring-${props.side}`;
  const initial = [...name.trim()][0] ?? '';
  return (
    <span className="dt-person">
      <span className={`dt-ring${ring}`} aria-hidden="true">
        {initial}
      </span>
      {name}
    </span>
  );
}
