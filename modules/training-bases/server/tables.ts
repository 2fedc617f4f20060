import { defineTables } from '@dualtrack/platform/db';

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
  };
  baseMentor: Bilateral & {
    id: string;
    baseId: string;
    staffId: string;
    name: string;
    postTitle: string;
    certificate: string;
    maxLearners: number;
  };
};

export const trainingBasesTables = defineTables({
  base: 'bilateral',
  baseUnit: 'bilateral',
  baseStation: 'bilateral',
  baseMentor: 'bilateral',
});
