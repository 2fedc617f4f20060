import { isAbroad } from '../region.ts';

/** Whose statutory days a plan counts as free: China's with Xinjiang's festivals, China's, or another country's. */
export const holidayPlaces = ['xinjiang', 'china', 'abroad'] as const;

/** What one gives to begin a plan. */
export type NewPlanValues = {
  classId: string;
  baseId: string;
  name: string;
  firstWeek: string;
  weeks: number | null;
  pattern: string;
  schoolWeeks: number | null;
  enterpriseWeeks: number | null;
  holidays: string;
  /** Country and part, where `holidays` is abroad. */
  region: string;
};

/** The choice that the region of a base proposes. */
export function holidaysAt(region: string): Pick<NewPlanValues, 'holidays' | 'region'> {
  if (isAbroad(region)) return { holidays: 'abroad', region };
  return { holidays: region.startsWith('65') ? 'xinjiang' : 'china', region: '' };
}

/** The region as the server takes it. */
export function regionOf({ holidays, region }: Pick<NewPlanValues, 'holidays' | 'region'>): string {
  if (holidays === 'abroad') return region;
  return holidays === 'xinjiang' ? '65' : '';
}
