/** The same list with the thing at `at` one place further up. */
export function movedUp<Thing>(list: readonly Thing[], at: number): Thing[] {
  const moved = [...list];
  const [thing] = moved.splice(at, 1);
  if (thing !== undefined) moved.splice(Math.max(0, at - 1), 0, thing);
  return moved;
}
