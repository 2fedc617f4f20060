import { ErrorState, Loading, Panel, useOperation, usePhrases, useSession } from '@dualtrack/ui';
import { agreements } from '../client.ts';
import '../internships.css';
import { MyInternshipList } from './my-internship-list.tsx';

/** On the home of a student or guardian: the internship agreements, first those that wait for a signature. */
export function MyInternshipCard() {
  const t = usePhrases('internships');
  const isStudent = useSession().membership.role === 'student';
  const found = useOperation('agreements.my-internships', agreements.internships.mine.list, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  const sorted = [...items].sort((a, b) => Number(a.whyNot !== null) - Number(b.whyNot !== null));
  return (
    <Panel title={isStudent ? t('mine.title') : t('mine.titleGuardian')} count={items.length}>
      {items.length === 0 ? (
        <p className="dt-quiet">{t('card.none')}</p>
      ) : (
        <MyInternshipList items={sorted} />
      )}
    </Panel>
  );
}
