/**
 * Titles by rank: none, junior (or skill level 4 and below), intermediate (or level 3), senior (or level 2 and above), and
 * masters and bearers of a heritage, of whom no title is asked.
 */
export const titleLevels = ['none', 'junior', 'intermediate', 'senior', 'master'] as const;
export type TitleLevel = (typeof titleLevels)[number];

/** What a school has on file of a part-time teacher; null: nobody has said. `bornMonth` as 1980-05. */
export type PartTimeFile = {
  yearsInField: number | null;
  titleLevel: TitleLevel | null;
  bornMonth: string | null;
  unitConsents: boolean | null;
  contractFrom: string | null;
  contractTo: string | null;
};

/** A file of which nothing is known. */
export const emptyFile: PartTimeFile = {
  ...{ yearsInField: null, titleLevel: null, bornMonth: null, unitConsents: null },
  ...{ contractFrom: null, contractTo: null },
};

/** What is asked of a part-time teacher. */
export const partTimePoints = ['years', 'title', 'age', 'consent', 'contract', 'training'] as const;
export type PartTimePoint = (typeof partTimePoints)[number];

/**
 * `missing`: the file does not say. `unclear`: it says, but between the two numbers that sources name. `contract` is kept on
 * the day that it covers.
 */
export const pointStates = ['met', 'breached', 'missing', 'unclear'] as const;
export type PointState = (typeof pointStates)[number];

/** Limits: years of work and age each as a sure and an uttermost number; the title by its rank. */
export type PartTimeRule = { years: number; yearsLeast: number; age: number; ageMost: number; title: number };

/** Full years of age in a month, for somebody of whom only the month of birth is known. */
export function ageIn(bornMonth: string, on: string): number {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return Math.floor((months(on) - months(bornMonth)) / 12);
}

/** Where a part-time teacher stands against each limit on a day. */
export function partTimeStanding(
  file: PartTimeFile,
  isTrained: boolean,
  rule: PartTimeRule,
  on: string,
): { point: PartTimePoint; state: PointState }[] {
  const { yearsInField, titleLevel, bornMonth, unitConsents, contractFrom, contractTo } = file;
  const age = bornMonth === null ? null : ageIn(bornMonth, on);
  const states: Record<PartTimePoint, PointState> = {
    years:
      yearsInField === null ? 'missing' : between(yearsInField >= rule.years, yearsInField < rule.yearsLeast),
    title: titleLevel === null ? 'missing' : yesNo(titleLevels.indexOf(titleLevel) >= rule.title),
    age: age === null ? 'missing' : between(age <= rule.age, age > rule.ageMost),
    consent: unitConsents === null ? 'missing' : yesNo(unitConsents),
    contract:
      contractFrom === null
        ? 'missing'
        : yesNo(contractFrom <= on && (contractTo === null || contractTo >= on)),
    training: yesNo(isTrained),
  };
  return partTimePoints.map((point) => ({ point, state: states[point] }));
}

const yesNo = (isMet: boolean): PointState => (isMet ? 'met' : 'breached');
const between = (isMet: boolean, isBreached: boolean): PointState =>
  isMet ? 'met' : isBreached ? 'breached' : 'unclear';
