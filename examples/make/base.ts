import type { Cycle } from '@dualtrack/app-server/example-cycle';
import type { RowOf } from '../../modules/organisations/import/index.ts';
import { units, workstations } from './enterprise.ts';

/** The training base: the stations and mentors of the units that a class rotates through. */
export function makeBase(mentors: readonly RowOf<'mentors'>[]): Cycle['base'] {
  const unitOf = (postId: string) => units.find((unit) => unit.postIds.some((id) => id === postId));
  return {
    id: 'BASE-2025-01',
    name: '伊州—定远校企联合培养实训基地',
    nameEn: 'Yizhou–Dingyuan Joint Training Base',
    unveiledOn: '2025-04-18',
    units: units.map(({ id, zh, en, weeks }) => ({ id, name: zh, nameEn: en, weeks })),
    stations: workstations.flatMap(({ stationId, postId, places }) => {
      const unit = unitOf(postId);
      return unit === undefined ? [] : [{ stationId, unit: unit.id, places }];
    }),
    mentors: mentors.flatMap(({ staffNumber, postId }) => {
      const unit = unitOf(postId);
      return unit === undefined ? [] : [{ staffNumber, units: [unit.id] }];
    }),
  };
}

/**
 * A rotation in which as many groups as there are units move on together, each beginning with another unit
 * (a Latin square), so that every station and mentor has enough places in every week.
 */
export function makeRotationBlocks(
  studentNumbers: readonly string[],
  base: Cycle['base'],
): NonNullable<Cycle['rotation']>['blocks'] {
  const groups = base.units.map((_, at) =>
    studentNumbers.filter((_, index) => index % base.units.length === at),
  );
  return groups.flatMap((group, groupAt) =>
    base.units.flatMap((_, period) => {
      const unit = base.units[(groupAt + period) % base.units.length];
      if (unit === undefined) return [];
      const places = base.stations
        .filter((station) => station.unit === unit.id)
        .flatMap((station) => Array.from({ length: station.places }, () => station.stationId));
      const mentors = base.mentors.filter((mentor) => mentor.units.includes(unit.id));
      return group.map((studentNumber, at) => ({
        studentNumber,
        unit: unit.id,
        stationId: places[at] ?? '',
        mentor: mentors[at % mentors.length]?.staffNumber ?? '',
        start: period * unit.weeks,
        weeks: unit.weeks,
      }));
    }),
  );
}
