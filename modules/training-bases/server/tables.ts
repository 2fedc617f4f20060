import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Absence, PlacesPeriod } from '../availability.ts';
import type { Question } from '../induction-contract.ts';
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
    address: string;
    latitude: number | null;
    longitude: number | null;
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
    /** Ids of units of the base; some may have been dropped since. */
    comesAfter: Json<string[]>;
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
    siteNameEn: string;
    siteRegion: string;
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
    staffNumber: string;
    name: string;
    postTitle: string;
    postTitleEn: string;
    certificate: string;
    certificateUntil: string | null;
    maxLearners: number;
    absences: Json<Absence[]>;
    unitIds: Json<string[]>;
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
  basePhoto: Bilateral & {
    id: string;
    baseId: string;
    fileId: string;
    caption: string;
    captionEn: string;
    addedAt: Date;
  };
  baseInduction: Bilateral & {
    baseId: string;
    unitId: string;
    guide: string;
    guideEn: string;
    /** Per cent of right answers that are enough. */
    passMark: number;
    questions: Json<Question[]>;
    changedAt: Date;
  };
  baseInductionResult: Bilateral & {
    id: string;
    baseId: string;
    unitId: string;
    classId: string;
    placementId: string;
    studentId: string;
    studentName: string;
    score: number;
    passMark: number;
    isPassed: boolean;
    answers: Json<Record<string, number>>;
    takenAt: Date;
  };
  baseBooking: Bilateral & {
    id: string;
    baseId: string;
    equipmentId: string;
    startsAt: Date;
    endsAt: Date;
    purpose: string;
    bookedBy: string;
    bookedByName: string;
    createdAt: Date;
  };
  baseReminder: Bilateral & { subjectId: string; dueOn: string; sentAt: Date };
};

export const trainingBasesTables = defineTables({
  base: 'bilateral',
  baseUnit: 'bilateral',
  baseStation: 'bilateral',
  baseMentor: 'bilateral',
  baseEquipment: 'bilateral',
  basePhoto: 'bilateral',
  baseInduction: 'bilateral',
  baseInductionResult: 'bilateral',
  baseBooking: 'bilateral',
  baseReminder: 'bilateral',
});
