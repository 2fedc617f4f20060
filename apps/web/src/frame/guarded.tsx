import type { PageDefinition } from '@dualtrack/ui';
import { useSession } from '@dualtrack/ui/plain';
import type { ComponentType } from 'react';
import { ForbiddenPage } from './edge-pages.tsx';

/** A module's page that shows "not for this role" to roles it is not for. The server decides on its own all the same. */
export function guarded(page: PageDefinition, Page: ComponentType): ComponentType {
  return function GuardedPage() {
    const { membership } = useSession();
    return page.roles === 'all' || page.roles.includes(membership.role) ? <Page /> : <ForbiddenPage />;
  };
}
