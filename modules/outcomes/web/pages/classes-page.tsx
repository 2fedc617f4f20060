import {
  EmptyState,
  ErrorState,
  Loading,
  PageHeader,
  PageLink,
  Panel,
  SideTag,
  useNameOf,
  useOperation,
  usePhrases,
} from '@dualtrack/ui';
import type { OrderFunnel } from '../../contract.ts';
import { outcomes } from '../client.ts';
import '../outcomes.css';
import { FunnelChart } from '../parts/funnel-chart.tsx';

/** Classes, newest first, each with the way from seats to people who stay. */
export function ClassesPage() {
  const t = usePhrases('outcomes');
  const list = useOperation('outcomes.classes', outcomes.classes.list, { page: 1, size: 200 });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  const { items } = list.data;
  return (
    <>
      <PageHeader title={t('classes.title')} note={t('classes.note')} />
      {items.length === 0 ? (
        <EmptyState title={t('classes.none')}>{t('classes.noneNote')}</EmptyState>
      ) : (
        <div className="out-classes">
          {items.map((one) => (
            <ClassPanel key={one.orderId} of={one} />
          ))}
        </div>
      )}
    </>
  );
}

function ClassPanel(props: { readonly of: OrderFunnel }) {
  const { of: one } = props;
  const t = usePhrases('outcomes');
  const nameOf = useNameOf();
  return (
    <Panel
      title={one.name}
      actions={<PageLink to={`/outcomes/${one.classId}`}>{t('classes.open')}</PageLink>}
    >
      <p className="out-sides">
        <SideTag side="school">{nameOf({ name: one.school, nameEn: one.schoolEn })}</SideTag>
        <SideTag side="enterprise">{nameOf({ name: one.enterprise, nameEn: one.enterpriseEn })}</SideTag>
      </p>
      <FunnelChart funnel={one.funnel} label={t('funnel.title', { name: one.name })} />
    </Panel>
  );
}
