import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  useOperation,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { agreements } from '../client.ts';
import { MyInternshipList } from '../parts/my-internship-list.tsx';
import '../agreements.css';
import '../internships.css';

/** Own internship agreements of a student, or of a guardian's child. */
export function MyInternshipsPage() {
  const t = usePhrases('internships');
  const isStudent = useSession().membership.role === 'student';
  const found = useOperation('agreements.my-internships', agreements.internships.mine.list, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <div className="in-narrow">
      <PageHeader title={isStudent ? t('mine.title') : t('mine.titleGuardian')} />
      {items.length === 0 ? (
        <EmptyState title={t('mine.none')}>{t('mine.noneNote')}</EmptyState>
      ) : (
        <MyInternshipList items={items} />
      )}
    </div>
  );
}
