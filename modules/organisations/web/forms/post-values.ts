import type { RecordValues } from '../../records/record-faults.ts';

/** A post as its form holds it. Money is fen; nothing chosen is ''. */
export type PostFormValues = {
  code: string;
  title: string;
  titleEn: string;
  occupation: string;
  siteId: string;
  headcount: number | null;
  monthlyPay: number | null;
  internPay: number | null;
  hazards: readonly string[];
  isNightShift: boolean;
  majorCategories: readonly string[];
  labourGrade: string;
};

/** A form in which nothing has been said yet. */
export const blankPost: PostFormValues = {
  code: '',
  title: '',
  titleEn: '',
  occupation: '',
  siteId: '',
  headcount: null,
  monthlyPay: null,
  internPay: null,
  hazards: [],
  isNightShift: false,
  majorCategories: [],
  labourGrade: '',
};

/** A stored post as its form shows it. */
export function postForm(found: RecordValues['post']): PostFormValues {
  return {
    ...found,
    majorCategories: found.majorCategories.map(String),
    labourGrade: found.labourGrade === null ? '' : String(found.labourGrade),
  };
}

/** What a form says, as the server takes it. */
export function postValues(form: PostFormValues): RecordValues['post'] {
  return {
    ...form,
    code: form.code.trim(),
    occupation: form.occupation.trim(),
    headcount: form.headcount ?? 0,
    monthlyPay: form.monthlyPay ?? 0,
    internPay: form.internPay ?? 0,
    hazards: [...form.hazards],
    majorCategories: form.majorCategories.map(Number),
    labourGrade: form.labourGrade === '' ? null : Number(form.labourGrade),
  };
}
