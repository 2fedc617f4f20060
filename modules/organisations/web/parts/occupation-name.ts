import { useNameOf, useOperation, useSession } from '@dualtrack/ui';
import { organisations } from '../client.ts';

const everything = { page: 1, size: 200 };

/**
 * The name of an occupation by the enterprise's own id for it. Roles that may not read the headcount, and
 * occupations without one, get the id.
 */
export function useOccupationName(): (occupation: string) => string {
  const { membership } = useSession();
  const nameOf = useNameOf();
  const enabled = membership.role === 'enterprise-hr' || membership.role === 'project-lead';
  const stocks = useOperation('organisations.stocks', organisations.stocks, everything, { enabled });
  return (occupation) => {
    const found = stocks.data?.items.find((row) => row.occupation === occupation);
    return found === undefined ? occupation : nameOf({ name: found.title, nameEn: found.titleEn });
  };
}
