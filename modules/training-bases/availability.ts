/** A stretch of days, both ends included, with other places than usual; 0: closed. */
export type PlacesPeriod = { from: string; to: string; places: number; note: string };

/** When a station is there, and how many places it has. */
export type Availability = {
  places: number;
  availableFrom: string | null;
  availableTo: string | null;
  periods: readonly PlacesPeriod[];
};

/** A stretch of days, both ends included, in which a mentor takes nobody. */
export type Absence = { from: string; to: string; note: string };

/** Places of a station in the whole of a week: the fewest of its days. `monday` and `sunday` are its ends. */
export function placesIn(station: Availability, monday: string, sunday: string): number {
  if (station.availableFrom !== null && station.availableFrom > monday) return 0;
  if (station.availableTo !== null && station.availableTo < sunday) return 0;
  const touched = station.periods.filter((period) => period.from <= sunday && period.to >= monday);
  return Math.min(station.places, ...touched.map((period) => period.places));
}

/** Whether a station has the same places in every week there is. */
export function isAlwaysThere(station: Availability): boolean {
  return station.availableFrom === null && station.availableTo === null && station.periods.length === 0;
}

/** Whether a mentor is absent on some day of a week. */
export function isAbsentIn(absences: readonly Absence[], monday: string, sunday: string): boolean {
  return absences.some((absence) => absence.from <= sunday && absence.to >= monday);
}

/** Whether a mentor may take nobody in a week: absent on some day of it, or the certificate runs out before its end. */
export function takesNobodyIn(
  mentor: { absences: readonly Absence[]; certificateUntil: string | null },
  monday: string,
  sunday: string,
): boolean {
  const { absences, certificateUntil } = mentor;
  return (certificateUntil !== null && certificateUntil < sunday) || isAbsentIn(absences, monday, sunday);
}

/** The first stretch that ends before it begins, or that overlaps an earlier one; undefined when all are in order. */
export function firstMisplaced<Stretch extends { from: string; to: string }>(
  stretches: readonly Stretch[],
): Stretch | undefined {
  return stretches.find(
    (one, at) =>
      one.to < one.from ||
      stretches.slice(0, at).some((earlier) => earlier.from <= one.to && earlier.to >= one.from),
  );
}
