/** For whom something holds; said in place of a clause, since a form has none. */
export const cases = ['anybody', 'minor', 'woman'] as const;
export type Case = (typeof cases)[number];

type Value = string | number | boolean | null | Value[] | { [name: string]: Value };
type Field = {
  clause: null;
  name: string;
  labels: string[];
  kind: string;
  value: number;
  row?: string;
};

/** What is typed in a form that is about no class yet: facts of any intern, of one under age, of a woman. */
export type Typed = {
  readonly fields?: Field[];
  readonly facts?: Partial<Record<Case, Record<string, Value>>>;
};

/** What a post form sends, as far as the law reads it. */
export type Post = {
  readonly hazards: readonly string[];
  readonly labourGrade: number | null;
  readonly monthlyPay: number;
  readonly internPay: number;
};

/** A post as the law reads it, on a day. What depends on the student is asked of one under age and of a woman. */
export function typedPost({ hazards, labourGrade, monthlyPay, internPay }: Post, on: string): Typed {
  const post = {
    'post.hazardTags': [...hazards],
    ...(labourGrade === null ? {} : { 'post.physicalLabourGrade': labourGrade }),
  };
  const money = (name: string, value: number): Field => ({
    ...{ clause: null, name, labels: [], kind: 'money', value, row: 'post' },
  });
  return {
    fields: internPay > 0 ? [money('internPay', internPay), money('monthlyPay', monthlyPay)] : [],
    facts:
      hazards.length === 0 && labourGrade === null
        ? {}
        : {
            anybody: post,
            minor: { ...post, ...underAge(on) },
            woman: { ...post, 'student.sex': 'F' },
          },
  };
}

/** Facts by which the law knows an intern under age who begins on a day. */
function underAge(on: string): Record<string, Value> {
  const [year = '', ...rest] = on.split('-');
  // Seventeen on that day; 29 February has no birthday in every year.
  const birthDate = [Number(year) - 17, ...rest].join('-').replace(/-02-29$/, '-02-28');
  return { 'student.birthDate': birthDate, 'placement.start': on };
}
