const CATEGORIES = 20;
const FIRST_BACHELOR_CODE = 21;

/**
 * Number (1–19) of the major category (专业大类) that a code belongs to. The levels are numbered in step: bachelor from
 * 21, associate from 41, secondary from 61, so that a welding post fits welders of every level.
 */
export function majorCategoryOf(code: string): number {
  return ((Number(code.slice(0, 2)) - FIRST_BACHELOR_CODE) % CATEGORIES) + 1;
}
