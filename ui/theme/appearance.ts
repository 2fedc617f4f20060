/** How the product is lit: by choice, or as the device says. */
export type Appearance = 'light' | 'dark' | 'system';

const place = 'dualtrack.appearance';

function isAppearance(text: string | null): text is Appearance {
  return text === 'light' || text === 'dark' || text === 'system';
}

/** The choice kept on this device; `system` when none was made or the browser keeps nothing. */
export function keptAppearance(): Appearance {
  try {
    const kept = localStorage.getItem(place);
    return isAppearance(kept) ? kept : 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice on this device; silently not, when the browser keeps nothing. */
export function keepAppearance(appearance: Appearance): void {
  try {
    localStorage.setItem(place, appearance);
  } catch {
    // A private window: the choice holds until the page is left.
  }
}

/** Whether a choice means dark on this device just now. */
export function isDark(appearance: Appearance): boolean {
  if (appearance !== 'system') return appearance === 'dark';
  return window.matchMedia('(prefers-color-scheme: dark)').matches;
}
