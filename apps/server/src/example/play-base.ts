import { contract as bases } from '@dualtrack/training-bases/contract';
import type { Cycle } from './cycle.ts';
import type { Keys } from './keys.ts';
import type { Stage } from './stage.ts';

const hr = 'hr@dingyuan.example';
const office = 'office@yizhou.example';

/** Plays the founding of the base: units by the school, workstations and mentors offered by the enterprise. */
export async function playBase(stage: Stage, cycle: Cycle, keys: Keys, agreementId: string): Promise<string> {
  const { base } = cycle;
  const on = base.unveiledOn;
  const { id: baseId } = await stage.act(bases.create, office, on, {
    agreementId,
    name: base.name,
    nameEn: base.nameEn,
    plaque: base.name,
    unveiledOn: on,
    note: '',
  });
  const { units } = await stage.act(bases.setUnits, office, on, {
    baseId,
    units: base.units.map((unit) => ({
      name: unit.name,
      nameEn: unit.nameEn,
      lengthWeeks: unit.weeks,
      isRequired: true,
    })),
  });
  const unitOf = (code: string) => {
    const name = base.units.find((unit) => unit.id === code)?.name;
    const unit = units.find((one) => one.name === name);
    if (unit === undefined) throw new Error(`the example base has no unit ${code}`);
    return unit.id;
  };
  await stage.act(bases.offerStations, hr, on, {
    baseId,
    stations: base.stations.map((station) => ({
      workstationId: keys('workstation', station.stationId),
      unitId: unitOf(station.unit),
      places: station.places,
      availableFrom: null,
      availableTo: null,
    })),
  });
  await stage.act(bases.offerMentors, hr, on, {
    baseId,
    staffIds: base.mentors.map((mentor) => keys('staff', mentor.staffNumber)),
  });
  return baseId;
}

/** What the first round taught: whoever works in the control room has walked the rounds before. */
export async function playUnitOrder(stage: Stage, cycle: Cycle, baseId: string, on: string): Promise<void> {
  const nameOf = (code: string) => cycle.base.units.find((unit) => unit.id === code)?.name ?? code;
  const { units } = await stage.act(bases.get, office, on, { baseId });
  await stage.act(bases.setUnits, office, on, {
    baseId,
    units: units.map(({ id, name, nameEn, lengthWeeks, isRequired }) => ({
      ...{ id, name, nameEn, lengthWeeks, isRequired },
      after: name === nameOf('dcs') ? [nameOf('field')] : [],
    })),
  });
}
