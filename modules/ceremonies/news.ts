import type { NewsDraft } from './shapes.ts';

export type { NewsBlock, NewsDraft } from './shapes.ts';

/** What of a ceremony can be shown or kept back, each by itself. */
export const releaseKinds = ['guest', 'statement', 'decision', 'figure', 'photo'] as const;
export type ReleaseKind = (typeof releaseKinds)[number];

/** Figures that the product can count for the news of a ceremony. */
export const newsFigures = ['seats', 'stations', 'places', 'mentors'] as const;
export type NewsFigure = (typeof newsFigures)[number];

/** The key under which a thing is released: `guest:<id>`. */
export function releaseKey(kind: ReleaseKind, id: string): string {
  return `${kind}:${id}`;
}

/** A person of whom nothing may be shown unless `key` is released. */
export type NamedPerson = { key: string; names: readonly string[] };

/** Whether a text names somebody who is not released; Latin names in any case of letters. */
export function namesUnreleased(
  text: string,
  people: readonly NamedPerson[],
  released: ReadonlySet<string>,
): string | null {
  const folded = text.normalize('NFKC').toLowerCase();
  for (const { key, names } of people) {
    if (released.has(key)) continue;
    const found = names.find((name) => name !== '' && folded.includes(name.normalize('NFKC').toLowerCase()));
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * What of a draft may be seen: passages of which every ground is released and which name nobody who is not. Null when the
 * title itself names such a person. Checked each time the page is shown, so that taking a release back works at once.
 */
export function visibleNews(
  draft: NewsDraft,
  released: ReadonlySet<string>,
  people: readonly NamedPerson[],
): NewsDraft | null {
  const isFree = (text: string) => namesUnreleased(text, people, released) === null;
  if (!isFree(draft.title.zh) || !isFree(draft.title.en)) return null;
  const blocks = draft.blocks.filter(
    (block) => block.needs.every((key) => released.has(key)) && isFree(block.zh) && isFree(block.en),
  );
  return { ...draft, blocks };
}

/** Keys that both sides released. */
export function releasedByBoth(rows: readonly { side: string; item: string }[]): Set<string> {
  const bySide = (side: string) => rows.filter((row) => row.side === side).map((row) => row.item);
  const enterprise = new Set(bySide('enterprise'));
  return new Set(bySide('school').filter((item) => enterprise.has(item)));
}
