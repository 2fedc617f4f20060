import { useEffect, useState } from 'react';
import type { Typed } from './mark-draft.ts';

/** The same beginning as drafts of forms: signing out on a shared device forgets both. */
const prefix = 'dualtrack.draft.outcomes.marks.';

function readKept(place: string): ReadonlyMap<string, Typed> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    if (!Array.isArray(kept)) return new Map();
    return new Map(
      kept.flatMap((one: unknown): [string, Typed][] => {
        if (!Array.isArray(one)) return [];
        const [key, text, revision] = one;
        const isWhole = typeof key === 'string' && typeof text === 'string' && Number.isInteger(revision);
        return isWhole ? [[key, { text, revision: Number(revision) }]] : [];
      }),
    );
  } catch {
    return new Map();
  }
}

/** What somebody has typed and not saved yet: kept on the device by class and person, until saved or discarded. */
export function useMarkDraft(classId: string, personId: string) {
  const place = `${prefix}${personId}.${classId}`;
  const [first] = useState(() => readKept(place));
  const [typed, setTyped] = useState(first);
  useEffect(() => {
    try {
      const rows = [...typed].map(([key, { text, revision }]) => [key, text, revision]);
      if (rows.length === 0) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify(rows));
    } catch {
      // Full or private: the table works without a draft.
    }
  }, [place, typed]);
  return { typed, setTyped, isRestored: first.size > 0 };
}
