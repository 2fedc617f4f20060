import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { InternshipClassRow } from '../../contract/internships.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import '../agreements.css';
import '../internships.css';

/** Classes with placements, and how far their tripartite agreements are. */
export function InternshipsPage() {
  const t = usePhrases('internships');
  const own = useOwnSide();
  const found = useOperation('agreements.internships', agreements.internships.classes, {});
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { items } = found.data;
  return (
    <>
      <PageHeader title={t('list.title')} note={t('list.note')} />
      {items.length === 0 ? (
        <EmptyState title={t('list.none')}>
          {own === 'school' ? t('list.noneNote') : t('list.noneEnterprise')}
        </EmptyState>
      ) : (
        <ul className="in-classes">
          {items.map((row) => (
            <ClassRow key={row.classId} row={row} />
          ))}
        </ul>
      )}
    </>
  );
}

function ClassRow(props: { readonly row: InternshipClassRow }) {
  const { row } = props;
  const t = usePhrases('internships');
  const nameOf = useNameOf();
  const own = useOwnSide();
  const other =
    own === 'school'
      ? { name: row.enterprise, nameEn: row.enterpriseEn }
      : { name: row.school, nameEn: row.schoolEn };
  const figures = [
    ['list.placements', row.placements],
    ['list.made', row.made],
    ['list.incomplete', row.incomplete],
    ['list.signing', row.signing],
    ['list.inForce', row.inForce],
  ] as const;
  return (
    <li className="in-class">
      <div>
        <PageLink to={`/internship-agreements/${row.classId}`}>{row.name}</PageLink>
        <div className="dt-small dt-quiet">{nameOf(other)}</div>
      </div>
      <dl>
        {figures.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
