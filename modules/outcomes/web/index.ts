import type { AreaEntry, HomeCardDefinition, PageDefinition } from '@dualtrack/ui';

/** The addresses of this module's pages. */
export const pages: PageDefinition[] = [];

/** What this module shows on the homes of the roles. */
export const homeCards: HomeCardDefinition[] = [];

/** This module's entries in the sidebar. */
export const areas: AreaEntry[] = [];
