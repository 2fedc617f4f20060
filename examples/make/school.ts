import type { RowOf } from '../../modules/organisations/import/index.ts';
import type { Chance } from './chance.ts';
import { guardianOf, type nameMaker } from './names.ts';
import { schoolCode, today } from './parties.ts';

type Programme = RowOf<'programmes'>;

const programme = (
  majorCode: string,
  name: string,
  nameEn: string,
  occupations: string[],
  joinRate: number,
  completionRate: number,
): Programme => ({
  schoolCode,
  majorCode,
  name,
  nameEn,
  durationYears: 3,
  level: 'associate',
  occupations,
  joinRate,
  completionRate,
});

/** The four programmes; codes and Chinese names are those of the catalogue of 2021. */
export const programmes: Programme[] = [
  programme('460301', '机电一体化技术', 'Mechatronics Technology', ['7233', '7412'], 0.22, 0.95),
  programme(
    '460307',
    '工业过程自动化技术',
    'Industrial Process Automation Technology',
    ['3133', '7421'],
    0.3,
    0.94,
  ),
  programme('470201', '应用化工技术', 'Applied Chemical Technology', ['3133', '8131', '3111'], 0.35, 0.93),
  programme('460110', '智能焊接技术', 'Intelligent Welding Technology', ['7212'], 0.18, 0.94),
];

const shortNames: Readonly<Record<string, string>> = {
  '460301': '机电',
  '460307': '过控',
  '470201': '应化',
  '460110': '焊接',
};
const sizes: Readonly<Record<number, number>> = { 2023: 22, 2024: 28, 2025: 26, 2026: 24 };

/** One class per programme and entry year, 2023 (graduated in summer 2026) to 2026. */
export const cohorts: RowOf<'cohorts'>[] = [2023, 2024, 2025, 2026].flatMap((entryYear) =>
  programmes.map(({ majorCode }) => {
    const cohortId = `${shortNames[majorCode]}${entryYear % 100}01`;
    return {
      schoolCode,
      cohortId,
      majorCode,
      entryYear,
      className: `${cohortId}班`,
      size: sizes[entryYear] ?? 0,
      graduationQuarter: `${entryYear + 3}-Q2`,
    };
  }),
);

const titles = ['副教授', '讲师', '助教'];

/** Three teachers for each programme; two of three have worked in industry. */
export function makeTeachers(newName: ReturnType<typeof nameMaker>): RowOf<'teachers'>[] {
  return programmes.flatMap(({ majorCode }, at) =>
    titles.map((title, index) => ({
      schoolCode,
      staffNumber: `T${at + 1}${String(index + 1).padStart(2, '0')}`,
      name: newName((at + index) % 2 === 0 ? 'female' : 'male'),
      majorCode,
      title,
      dualQualified: index < 2,
      phone: `1990000${String(9000 + at * 10 + index).padStart(4, '0')}`,
      mail: `t${at + 1}${index + 1}@yizhou.example`,
    })),
  );
}

/**
 * The students of all classes, in number order. Most begin at 18; some a year later, some at 17, a few at 16,
 * so that a handful are still minors today. Guardians are noted for minors and for the youngest classes.
 */
export function makeStudents(chance: Chance, newName: ReturnType<typeof nameMaker>): RowOf<'students'>[] {
  let serial = 0;
  return cohorts.flatMap((cohort, cohortAt) =>
    Array.from({ length: cohort.size }, (_, at) => {
      const femaleShare = cohort.majorCode === '470201' ? 0.5 : 0.25;
      const sex = chance.next() < femaleShare ? ('female' as const) : ('male' as const);
      const name = newName(sex);
      const birthDate = makeBirthDate(cohort.entryYear, chance);
      const isMinor = birthDate > `${Number(today.slice(0, 4)) - 18}${today.slice(4)}`;
      const hasGuardian = isMinor || cohort.entryYear === 2026;
      serial += 1;
      return {
        schoolCode,
        studentNumber: `${cohort.entryYear}${String((cohortAt % 4) + 1).padStart(2, '0')}${String(at + 1).padStart(3, '0')}`,
        name,
        sex,
        birthDate,
        cohortId: cohort.cohortId,
        phone: `1990000${String(serial).padStart(4, '0')}`,
        guardianName: hasGuardian ? guardianOf(name, chance) : null,
        guardianPhone: hasGuardian ? `1990000${String(4000 + serial).padStart(4, '0')}` : null,
      };
    }),
  );
}

/** A birthday in the school year (September to August) of someone who begins at 16 to 19. */
function makeBirthDate(entryYear: number, chance: Chance): string {
  const luck = chance.next();
  const ageAtEntry = luck < 0.04 ? 16 : luck < 0.16 ? 17 : luck < 0.86 ? 18 : 19;
  const first = Date.UTC(entryYear - ageAtEntry - 1, 8, 1);
  return new Date(first + chance.between(0, 364) * 86_400_000).toISOString().slice(0, 10);
}
