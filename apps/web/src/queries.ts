import { ProblemError, problemOf } from '@dualtrack/ui/plain';
import { QueryCache, QueryClient } from '@tanstack/react-query';

/** The cache of all reads. A read that finds nobody signed in makes the session old, and the frame shows the sign-in page. */
export function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (problemOf(error).code === 'session.required') queries.setQueryData(['session'], null);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 1 && !(error instanceof ProblemError && error.problem.status < 500),
      },
    },
  });
  return queries;
}
