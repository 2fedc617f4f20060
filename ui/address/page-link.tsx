import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { ownAddress, useGo } from './use-address.ts';

type PageLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & {
  /** An address of this product with everything in it: `/agreements/42?tab=files`. */
  readonly to: string;
};

function opensElsewhere(event: MouseEvent): boolean {
  return event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
}

/** A link to a page of this product: a real address that can be copied, followed without loading the frame anew. */
export function PageLink({ to, onClick, ...rest }: PageLinkProps) {
  const go = useGo();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || opensElsewhere(event) || rest.target === '_blank') return;
    event.preventDefault();
    go(to);
  };
  return <a {...rest} href={ownAddress(to)} onClick={follow} />;
}
