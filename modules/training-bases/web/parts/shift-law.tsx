import { loadTypedLaw } from '@dualtrack/compliance/web';
import { lazy, Suspense } from 'react';
import type { Shift } from '../../shift.ts';

const TypedLaw = lazy(async () => ({ default: await loadTypedLaw() }));

/** A week without a public holiday: what is typed holds for every week. */
const week = { from: '2026-03-09', to: '2026-03-15' };
const standardHours = 8;

/** Beside working hours while they are typed: what the law says of interns who work so. */
export function ShiftLaw(props: { readonly shift: Shift }) {
  const roster = [{ ...week, ...props.shift, weekdays: [...props.shift.weekdays] }];
  return (
    <Suspense fallback={null}>
      <TypedLaw
        typed={{ facts: { anybody: { 'placement.roster': roster, 'host.standardHours': standardHours } } }}
      />
    </Suspense>
  );
}
