import { laws, type ShippedPack } from '@dualtrack/compliance/laws';

/** The rule packs that ship with the product, each with the cases it is tried with. */
export const packs: readonly ShippedPack[] = laws.flatMap((law) => law.packs);
