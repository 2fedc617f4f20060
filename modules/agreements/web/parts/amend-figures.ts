import { usePhrases } from '@dualtrack/ui';

/** Figures that an amendment is most often about. */
export const amendFigures = [
  'enterpriseCourseHours',
  'trainingWeeks',
  'teacherPracticeDays',
  'staffTrainingDays',
  'meetingsPerYear',
] as const;
export type AmendFigure = (typeof amendFigures)[number];

const labels = {
  enterpriseCourseHours: 'terms.enterpriseCourseHours',
  trainingWeeks: 'terms.trainingWeeks',
  teacherPracticeDays: 'terms.teacherPracticeDays',
  staffTrainingDays: 'terms.staffTrainingDays',
  meetingsPerYear: null,
} as const satisfies Record<AmendFigure, string | null>;

/** What a figure is called on the page. */
export function useFigureLabel(): (name: AmendFigure) => string {
  const t = usePhrases('obligations');
  const ta = usePhrases('agreements');
  return (name) => {
    const label = labels[name];
    return label === null ? t('metric.meetings-held') : ta(label);
  };
}
