import { ProblemError, type Session, setZone } from '@dualtrack/ui/plain';
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { sessionApi } from './session-api.ts';

/** The session as a cached read; null when nobody is signed in. */
export const sessionQuery = queryOptions<Session | null>({
  queryKey: ['session'],
  queryFn: async () => {
    try {
      const session = await sessionApi.session();
      setZone(session.timeZone);
      return session;
    } catch (error) {
      if (error instanceof ProblemError && error.problem.status === 401) return null;
      throw error;
    }
  },
  staleTime: 5 * 60_000,
  retry: false,
});

/** Forgets everything read so far and reads the session anew: after signing in, out, or acting for somebody else. */
export async function renewSession(queries: QueryClient): Promise<Session | null> {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  return queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
}
