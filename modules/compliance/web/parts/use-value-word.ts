import { useOperation } from '@dualtrack/ui';
import { compliance } from '../client.ts';

/** The word for a code in a fact's value, as its rule pack names it; undefined for what is no code. */
export function useValueWord(): (code: string) => string | undefined {
  const library = useOperation('compliance.library', compliance.library, undefined);
  const words = library.data?.words ?? {};
  return (code) => (Object.hasOwn(words, code) ? words[code] : undefined);
}
