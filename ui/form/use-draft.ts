import { useCallback, useEffect, useRef, useState } from 'react';
import { type FormValues, readDraft } from './draft.ts';

const prefix = 'dualtrack.draft.';

/** Forgets every draft on this device: on a shared one the next person must not find them. */
export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // The browser keeps nothing, so there is nothing to forget.
  }
}

/** The values of a form that survive a closed tab: kept on the device under the form's name, half a second after typing. */
export function useDraft<Values extends FormValues>(name: string, initial: Values, isKept: boolean) {
  const place = `${prefix}${name}`;
  const [first] = useState(() => {
    try {
      return isKept ? readDraft(localStorage.getItem(place), initial) : undefined;
    } catch {
      return undefined;
    }
  });
  const [values, setValues] = useState<Values>(first?.values ?? initial);
  const [draftAt, setDraftAt] = useState(first?.at);
  const isTouched = useRef(false);
  useEffect(() => {
    if (!isKept || !isTouched.current) return;
    const timer = setTimeout(() => {
      try {
        localStorage.setItem(place, JSON.stringify({ at: new Date().toISOString(), values }));
      } catch {
        // Full or private: the form works without a draft.
      }
    }, 500);
    return () => clearTimeout(timer);
  }, [place, values, isKept]);
  const change = useCallback((some: Partial<Values>) => {
    isTouched.current = true;
    setValues((before) => ({ ...before, ...some }));
  }, []);
  const forget = useCallback(() => {
    isTouched.current = false;
    setDraftAt(undefined);
    try {
      localStorage.removeItem(place);
    } catch {
      // Nothing was kept.
    }
  }, [place]);
  return { values, setValues, change, forget, draftAt };
}
