import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language-provider.tsx';
import type { ProblemError } from './problem.ts';
import type { CallContext } from './send.ts';

/** One procedure of a client, or any function of that shape. */
export type Procedure<Input, Output> = (
  input: Input,
  options?: { signal?: AbortSignal; context?: CallContext },
) => Promise<Output>;

/** A read's name: its module and its operation. Writes name the modules whose reads they make old. */
export type OperationName = `${string}.${string}`;

/** The cache key of a read. Reads of one module share its first part; titles come in the page's language. */
export function operationKey(name: OperationName, input: unknown, locale: string): readonly unknown[] {
  const cut = name.indexOf('.');
  return [name.slice(0, cut), name.slice(cut + 1), input, locale];
}

/** How a read behaves; all optional. */
export type OperationOptions = {
  /** False holds the read back, for instance until its input is known. */
  readonly enabled?: boolean;
  /** Read again every so many milliseconds while the page is in front. */
  readonly every?: number;
  /** Shows the last answer while a new input is being read (lists that are filtered and paged). */
  readonly keepsPrevious?: boolean;
};

/**
 * Reads through the cache: `const classes = useOperation('order-classes.list', client.list, { page: 1 })`. Answers are
 * shared by name and input, read again when the window comes back, and made old by `useWrite` of their module.
 */
export function useOperation<Input, Output>(
  name: OperationName,
  procedure: Procedure<Input, Output>,
  input: Input,
  options: OperationOptions = {},
): UseQueryResult<Output, ProblemError> {
  const { locale } = useLanguage();
  return useQuery<Output, ProblemError>({
    queryKey: operationKey(name, input, locale),
    queryFn: ({ signal }) => procedure(input, { signal }),
    ...(options.enabled === undefined ? {} : { enabled: options.enabled }),
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
