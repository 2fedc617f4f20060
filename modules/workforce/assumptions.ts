/** What a new class takes of a resource, and how much of it is free; null: no limit known. */
export type ResourceNeed = { resource: Resource; perClass: number; perSeat: number; free: number | null };

/** Resources that a new class needs at the school and in the enterprise. */
export const resources = ['teachers', 'stations', 'beds'] as const;
export type Resource = (typeof resources)[number];

/** What a forecast assumes of classes that could be opened. Shares of 1. */
export type Assumptions = {
  leadQuarters: number;
  classMin: number;
  classMax: number;
  joinRate: number;
  /** A place is filled when it is needed with at least the chance 1 − sureness; 0.75 weighs shortage three times surplus. */
  sureness: number;
  needs: ResourceNeed[];
};

/**
 * Used until the enterprise says otherwise. An order class is formed from students who have begun already (usually
 * at the start of their second year), so its people are in post a year and a half after it starts; more of them
 * come than of other graduates: they have a post and know it.
 */
export const defaultAssumptions: Assumptions = {
  leadQuarters: 6,
  classMin: 15,
  classMax: 45,
  joinRate: 0.85,
  sureness: 0.75,
  needs: [
    { resource: 'teachers', perClass: 2, perSeat: 0, free: null },
    { resource: 'stations', perClass: 0, perSeat: 0.5, free: null },
    { resource: 'beds', perClass: 0, perSeat: 1, free: null },
  ],
};

/** Costs of one missing and one idle person-quarter that make the optimum as sure as asked for. */
export function costsOf(sureness: number): { shortage: number; surplus: number } {
  return { shortage: Math.round((sureness / (1 - sureness)) * 1e6) / 1e6, surplus: 1 };
}
