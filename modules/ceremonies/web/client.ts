import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

/** The API of this module. */
export const api = createClient(contract);

/** How many threads mention the person in something unread. */
export async function unreadMentions(): Promise<number> {
  return (await api.discussion.list({ scope: 'mentioned', page: 1, size: 50 })).total;
}

/** Where the browser gets the papers and photos of a ceremony. */
export const paperAddress = (ceremonyId: string, paper: 'name-cards' | 'seating-plan') =>
  `/api/ceremonies/${ceremonyId}/${paper}`;
export const photoAddress = (ceremonyId: string, photoId: string) =>
  `/api/ceremonies/${ceremonyId}/photos/${photoId}`;
