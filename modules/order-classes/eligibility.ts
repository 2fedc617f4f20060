/**
 * The major category (专业大类) of a six-digit major code, 1 to 19: secondary codes begin with 61 to 79, associate with
 * 41 to 59, bachelor with 21 to 39, in the same order (2021 catalogue).
 */
export function majorCategory(majorCode: string): number {
  return ((Number(majorCode.slice(0, 2)) - 21) % 20) + 1;
}

/** Why a student may not apply to a class at all: the major is neither named nor of a named category. */
export function whyNotEligible(
  orderClass: { majorCodes: readonly string[] },
  student: { majorCode: string },
): 'application.not-your-major' | null {
  const category = majorCategory(student.majorCode);
  const isOpen = orderClass.majorCodes.some((code) => majorCategory(code) === category);
  return isOpen ? null : 'application.not-your-major';
}

/** Why a seat is closed to a student's major; a post that names no categories is open to all. */
export function whyNotSeat(
  post: { majorCategories: readonly number[] },
  student: { majorCode: string },
): 'application.seat-not-for-major' | null {
  const { majorCategories } = post;
  if (majorCategories.length === 0) return null;
  return majorCategories.includes(majorCategory(student.majorCode)) ? null : 'application.seat-not-for-major';
}
