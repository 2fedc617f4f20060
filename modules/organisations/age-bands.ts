/** People of one age span, both ends included, in whole years. */
export type AgeBand = { from: number; to: number; headcount: number };

/** What is wrong with a row of bands: its place, the field, and the code. */
export type BandFault = { place: number; field: 'from' | 'to' | 'headcount'; code: BandFaultCode };
export type BandFaultCode = 'age-band.inverted' | 'age-band.overlap' | 'age-band.beyond-retirement';

/** Every fault of bands that should be ascending, apart from each other, and below the age of retirement. */
export function bandFaults(bands: readonly AgeBand[], retirementAge: number | null): BandFault[] {
  let last = Number.NEGATIVE_INFINITY;
  return bands.flatMap(({ from, to }, place) => {
    const faults: BandFault[] = [];
    if (from > to) faults.push({ place, field: 'to', code: 'age-band.inverted' });
    if (from <= last) faults.push({ place, field: 'from', code: 'age-band.overlap' });
    if (retirementAge !== null && from >= retirementAge) {
      faults.push({ place, field: 'from', code: 'age-band.beyond-retirement' });
    }
    last = Math.max(last, to);
    return faults;
  });
}

/** People of all bands together. */
export function peopleIn(bands: readonly AgeBand[]): number {
  return bands.reduce((sum, { headcount }) => sum + headcount, 0);
}
