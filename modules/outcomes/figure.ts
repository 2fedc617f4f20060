/** The four sides of a cooperation that look at results. */
export const figureSides = ['enterprise', 'school', 'teacher', 'student'] as const;
export type FigureSide = (typeof figureSides)[number];

/**
 * How a figure comes from its records, each with a part and a whole:
 * `sum` of the parts; `share` of the parts in the wholes, in percent; `mean` of the parts by the wholes.
 */
export type FigureMeasure = 'sum' | 'share' | 'mean';
export type FigureUnit =
  | 'people'
  | 'seats'
  | 'agreements'
  | 'verdicts'
  | 'classes'
  | 'percent'
  | 'points'
  | 'fen';

type FigureHead = {
  side: FigureSide;
  measure: FigureMeasure;
  unit: FigureUnit;
  /** From the school's private tables: the enterprise does not get it. */
  isSchoolOnly?: true;
};

/** All figures of the scoreboard, in the order in which they stand. */
export const figures = {
  'seats-ordered': { side: 'enterprise', measure: 'sum', unit: 'seats' },
  'seats-filled': { side: 'enterprise', measure: 'share', unit: 'percent' },
  'interns-this-week': { side: 'enterprise', measure: 'sum', unit: 'people' },
  'offers-joined': { side: 'enterprise', measure: 'share', unit: 'percent' },
  'stayed-six-months': { side: 'enterprise', measure: 'share', unit: 'percent' },
  'agreements-in-force': { side: 'school', measure: 'sum', unit: 'agreements' },
  'class-students': { side: 'school', measure: 'sum', unit: 'people' },
  'major-matched': { side: 'school', measure: 'share', unit: 'percent' },
  'joined-partner': { side: 'school', measure: 'share', unit: 'percent' },
  'open-verdicts': { side: 'school', measure: 'sum', unit: 'verdicts' },
  'double-qualified': { side: 'school', measure: 'share', unit: 'percent', isSchoolOnly: true },
  'classes-led': { side: 'teacher', measure: 'sum', unit: 'classes' },
  'students-led': { side: 'teacher', measure: 'sum', unit: 'people' },
  'students-attention': { side: 'teacher', measure: 'sum', unit: 'people' },
  'students-assessed': { side: 'teacher', measure: 'share', unit: 'percent' },
  'first-choice': { side: 'student', measure: 'share', unit: 'percent' },
  'assessment-mean': { side: 'student', measure: 'mean', unit: 'points' },
  'offer-share': { side: 'student', measure: 'share', unit: 'percent' },
  'pay-mean': { side: 'student', measure: 'mean', unit: 'fen' },
} as const satisfies Record<string, FigureHead>;
export type FigureKey = keyof typeof figures;

/** The keys of all figures, in order. */
export const figureKeys = Object.keys(figures).filter((key): key is FigureKey => key in figures);

/** The value of a figure from the sums of its records; null when there is nothing to measure. */
export function figureValue(measure: FigureMeasure, part: number, whole: number): number | null {
  if (measure === 'sum') return part;
  if (whole === 0) return null;
  return measure === 'share' ? (100 * part) / whole : part / whole;
}

/** The figures that somebody sees: a teacher their own side; an enterprise nothing of the school's private tables. */
export function figuresFor(actor: { role: string; kind: string }): FigureKey[] {
  return figureKeys.filter((key) => {
    const head: FigureHead = figures[key];
    if (actor.role === 'teacher') return head.side === 'teacher';
    return actor.kind === 'school' || head.isSchoolOnly !== true;
  });
}
