import type { ReactNode } from 'react';

/** A table that may be wider than its place: it scrolls by itself, with the keyboard, too. */
export function WideTable(props: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse (WCAG 2.1.1)
    <section className="oc-scroll" aria-label={props.label} tabIndex={0}>
      {props.children}
    </section>
  );
}
