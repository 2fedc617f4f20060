import { loadTriedVerdicts } from '@dualtrack/compliance/web';
import { type ComponentProps, lazy, Suspense } from 'react';

const TriedVerdicts = lazy(async () => ({ default: await loadTriedVerdicts() }));
type Props = ComponentProps<typeof TriedVerdicts>;

/** What the law would say of a class or a placement if what is typed were recorded. */
export function LawBeside(props: Props) {
  return (
    <Suspense fallback={null}>
      <TriedVerdicts {...props} />
    </Suspense>
  );
}
