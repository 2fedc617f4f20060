import { defineTables } from '@dualtrack/platform/db';

export type StudentTables = {
  agreementStudent: {
    tenantId: string;
    enterpriseId: string;
    agreementId: string;
    studentId: string;
    studentName: string;
    /** Null for an adult. */
    guardianName: string | null;
    placementId: string;
    classId: string;
    className: string;
    postTitle: string;
    postTitleEn: string;
  };
};

export const studentTables = defineTables({ agreementStudent: 'bilateral' });
