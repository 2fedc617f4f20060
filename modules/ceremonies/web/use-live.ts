import { type ProblemError, useOperation } from '@dualtrack/ui';
import type { LiveView } from '../contract.ts';
import { api } from './client.ts';

/** What is on the screen of a ceremony, read again every second and a half, and whether the connection holds. */
export function useLive(ceremonyId: string): {
  live: LiveView | undefined;
  isLost: boolean;
  error: ProblemError | null;
} {
  const found = useOperation('ceremonies.live', api.ceremonies.live, { ceremonyId }, { every: 1_500 });
  // The last answer stays on the wall while a new one does not come.
  const isLost = found.data !== undefined && (found.isError || found.isPaused);
  return { live: found.data, isLost, error: found.data === undefined ? found.error : null };
}
