import type { Area } from '../page-definition.ts';

/** One page named in the sidebar. */
export type FrameEntry = { readonly path: string; readonly label: string };

/** One area of the sidebar as the frame draws it: with words in the page's language and what waits there. */
export type FrameArea = {
  readonly area: Area;
  readonly label: string;
  readonly path: string;
  /** More than one: shown under the area while one of them is open. */
  readonly entries: readonly FrameEntry[];
  readonly count?: number | undefined;
};

/** One hit of the search box (`GET /api/search?q=`). */
export type SearchItem = {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  readonly subtitle: string | null;
  readonly path: string;
};

/** Whether a page belongs to an address: the address itself or anything below it. */
export function isBelow(path: string, address: string): boolean {
  return path === address || (address !== '/' && path.startsWith(`${address}/`));
}

/** The address of the entry a page belongs to: `/agreements/verify` has its own and is not also below `/agreements`. */
export function entryOf(entries: FrameArea['entries'], path: string): string | undefined {
  const fit = entries.map((entry) => entry.path).filter((address) => isBelow(path, address));
  return fit.sort((a, b) => b.length - a.length)[0];
}

/** The area a page belongs to: the one with the longest matching address. */
export function areaOf(areas: readonly FrameArea[], path: string): FrameArea | undefined {
  const fit = areas.flatMap((area) =>
    [area.path, ...area.entries.map((entry) => entry.path)]
      .filter((address) => isBelow(path, address))
      .map((address) => ({ area, length: address.length })),
  );
  return fit.sort((a, b) => b.length - a.length)[0]?.area;
}
