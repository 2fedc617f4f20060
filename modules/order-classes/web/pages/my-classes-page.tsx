import {
  DayRange,
  EmptyState,
  ErrorState,
  PageHeader,
  PageLink,
  Panel,
  StateTag,
  useNameOf,
  useOperation,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import { classTone, placementTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import '../order-classes.css';
import { useTodo } from '../parts/use-todo.ts';

/** Classes that concern a student, for the student and the guardian. */
export function MyClassesPage() {
  const t = usePhrases('order-classes');
  const nameOf = useNameOf();
  const todo = useTodo();
  const isGuardian = useSession().membership.role === 'guardian';
  const list = useOperation('order-classes.mine', orderClasses.mine.list, {});
  const title = isGuardian ? t('my.titleGuardian') : t('my.title');
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="oc-narrow">
      <PageHeader title={title} />
      {list.data?.length === 0 ? (
        <EmptyState title={isGuardian ? t('my.noneGuardian') : t('my.none')}>
          {isGuardian ? t('my.noneGuardianNote') : t('my.noneNote')}
        </EmptyState>
      ) : null}
      <div className="oc-stack">
        {(list.data ?? []).map((one) => (
          <Panel
            key={one.id}
            title={<PageLink to={`/my-order-classes/${one.id}`}>{one.name}</PageLink>}
            actions={
              one.placement === null ? (
                <StateTag tone={classTone[one.state]}>{t(`state.${one.state}`)}</StateTag>
              ) : (
                <StateTag tone={placementTone[one.placement.state]}>
                  {t(`placement.${one.placement.state}`)}
                </StateTag>
              )
            }
          >
            <p className="dt-quiet">
              {nameOf({ name: one.enterprise, nameEn: one.enterpriseEn })} ·{' '}
              <DayRange from={one.startsOn} to={one.endsOn} />
            </p>
            <p>
              <PageLink to={`/my-order-classes/${one.id}`}>{todo(one).label}</PageLink>
            </p>
          </Panel>
        ))}
      </div>
    </div>
  );
}
