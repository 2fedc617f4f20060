/**
 * How a plan alternates: by the school's calendar, at the enterprise throughout, or weeks at school and then weeks at the
 * enterprise over and over (`4+8`).
 */
export const patternForm = /^(calendar|block|([1-9]|[1-4]\d|5[0-2])\+([1-9]|[1-4]\d|5[0-2]))$/;

/** Whether the week number `index` (from 0) of an alternation is at school; school comes first. */
export function isSchoolWeek(pattern: string, index: number): boolean {
  const [school = 0, enterprise = 0] = pattern.split('+').map(Number);
  return index % (school + enterprise) < school;
}
