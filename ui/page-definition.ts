import type { PhraseAddress } from '@dualtrack/locales/browser';
import type { Role } from '@dualtrack/platform/contract';
import type { ComponentType } from 'react';

export type { Role } from '@dualtrack/platform/contract';

/** The areas in the order of the thread, as they stand in the sidebar. */
export const areaOrder = [
  'home',
  'cooperation',
  'demand',
  'classes',
  'bases',
  'practice',
  'talents',
  'innovation',
  'outcomes',
  'compliance',
  'settings',
] as const;

/** One area of the sidebar. */
export type Area = (typeof areaOrder)[number];

/** A page of a module: where it is, in which area, who may open it, and how it is loaded when it is opened. */
export type PageDefinition = {
  /** The address in router syntax: `/agreements/$agreementId`. */
  readonly path: string;
  readonly area: Area;
  readonly roles: 'all' | readonly Role[];
  readonly titleKey: PhraseAddress;
  readonly load: () => Promise<{ readonly Page: ComponentType }>;
};

/** A card on the home of some roles. Cards with a side carry that side's colour. */
export type HomeCardDefinition = {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Small numbers stand first; what needs the person soonest should be under 100. */
  readonly order: number;
  readonly side?: 'school' | 'enterprise';
  readonly load: () => Promise<{ readonly Card: ComponentType }>;
};

/** What a module says beside a form of another one while it is filled in, such as the law on a post. */
export type FormAsideDefinition = {
  /** The form's name, as its own module gives it: `organisations.post`. */
  readonly form: string;
  readonly load: () => Promise<{
    /** The values come as the form would send them; the aside reads what it knows of them. */
    readonly Aside: ComponentType<{ readonly values: unknown }>;
  }>;
};

/** An entry in the sidebar. The first entry of an area (by `order`) gives the area its address; others stand under it. */
export type AreaEntry = {
  readonly area: Area;
  readonly order: number;
  /** An address without parameters. */
  readonly path: string;
  readonly roles: 'all' | readonly Role[];
  /** The entry's name below its area; the area's own name comes from `shell:area.*`. */
  readonly labelKey: PhraseAddress;
  /** How many things wait here for this person. */
  readonly countLoad?: () => Promise<number>;
};
