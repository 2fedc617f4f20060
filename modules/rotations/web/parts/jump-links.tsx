import { usePhrases } from '@dualtrack/ui';
import { useEffect, useState } from 'react';

/** A part of a page: where it stands and what it is called. */
export type PagePart = { readonly id: string; readonly label: string };

/** Links to the parts of a long page; a part that has nothing to show has none. */
export function JumpLinks(props: { readonly parts: readonly PagePart[] }) {
  const t = usePhrases('rotations');
  const [filled, setFilled] = useState<readonly string[]>([]);
  const ids = props.parts.map((part) => part.id).join(' ');
  useEffect(() => {
    const places = ids.split(' ').flatMap((id) => document.getElementById(id) ?? []);
    const look = () =>
      setFilled(places.filter((place) => place.childElementCount > 0).map((place) => place.id));
    look();
    // What a part shows may come later, with an answer of its own.
    const watch = new MutationObserver(look);
    for (const place of places) watch.observe(place, { childList: true });
    return () => watch.disconnect();
  }, [ids]);
  return (
    <nav className="ro-jump" aria-label={t('page.jump')}>
      {props.parts
        .filter(({ id }) => filled.includes(id))
        .map(({ id, label }) => (
          <a key={id} href={`#${id}`}>
            {label}
          </a>
        ))}
    </nav>
  );
}
