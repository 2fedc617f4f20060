import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Absence, PlacesPeriod } from '../availability.ts';
import type { Shift } from '../shift.ts';

type Bilateral = { tenantId: string; enterpriseId: string };

export type TrainingBasesTables = {
  base: Bilateral & {
    id: string;
    name: string;
    nameEn: string;
    plaque: string;
    agreementId: string | null;
    unveiledOn: string | null;
    note: string;
    createdAt: Date;
    changedAt: Date;
  };
  baseUnit: Bilateral & {
    id: string;
    baseId: string;
    name: string;
    nameEn: string;
    lengthWeeks: number;
    isRequired: boolean;
    position: number;
    shift: Json<Shift> | null;
  };
  baseStation: Bilateral & {
    id: string;
    baseId: string;
    unitId: string;
    workstationId: string;
    code: string;
    name: string;
    nameEn: string;
    siteId: string;
    siteName: string;
    places: number;
    availableFrom: string | null;
    availableTo: string | null;
    shift: Json<Shift> | null;
    periods: Json<PlacesPeriod[]>;
  };
  baseMentor: Bilateral & {
    id: string;
    baseId: string;
    staffId: string;
    name: string;
    postTitle: string;
    certificate: string;
    maxLearners: number;
    absences: Json<Absence[]>;
  };
  baseEquipment: Bilateral & {
    id: string;
    baseId: string;
    stationId: string | null;
    assetNumber: string;
    name: string;
    nameEn: string;
    condition: 'ready' | 'limited' | 'broken';
    inspectionDue: string | null;
    note: string;
  };
};

export const trainingBasesTables = defineTables({
  base: 'bilateral',
  baseUnit: 'bilateral',
  baseStation: 'bilateral',
  baseMentor: 'bilateral',
  baseEquipment: 'bilateral',
});
