import { useNavigate, useParams, useRouter, useRouterState, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import type { AddressQuery } from './address-query.ts';

/** The texts in the page's path: for `/agreements/$agreementId`, `usePathParam('agreementId')`. Empty when absent. */
export function usePathParam(name: string): string {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  return params[name] ?? '';
}

/** The path of the page as it stands in the address bar. */
export function usePath(): string {
  return useRouterState({ select: (state) => state.location.pathname });
}

/**
 * The query part of the address, and how to change some of it. `undefined` or '' removes a name. With `replaces` the change makes
 * no step of its own in the history (typing into a search box).
 */
export function useAddressQuery(): [
  query: AddressQuery,
  change: (some: Readonly<Record<string, string | undefined>>, options?: { replaces?: boolean }) => void,
] {
  const query: AddressQuery = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (some: Readonly<Record<string, string | undefined>>, options?: { replaces?: boolean }) => {
      void navigate({
        to: '.',
        search: (before: AddressQuery) => ({ ...before, ...some }),
        replace: options?.replaces ?? false,
        resetScroll: false,
      });
    },
    [navigate],
  );
  return [query, change];
}

/** An address of this very product; anything that would lead out of it becomes the home page. */
export function ownAddress(address: string): string {
  return /^\/(?![/\\])/.test(address) ? address : '/';
}

/** Goes to an address of this product: `go('/agreements/42?tab=files')`. */
export function useGo(): (address: string, options?: { replaces?: boolean }) => void {
  const { history } = useRouter();
  return useCallback(
    (address, options) => {
      if (options?.replaces) history.replace(ownAddress(address));
      else history.push(ownAddress(address));
    },
    [history],
  );
}
