import {
  ErrorState,
  Loading,
  PageLink,
  Panel,
  today,
  useLanguage,
  useNameOf,
  useOperation,
  usePhrases,
  useSession,
  writeDay,
} from '@dualtrack/ui';
import type { PlanDetail } from '../../contract.ts';
import { dayAfter, mondayOf } from '../../week.ts';
import { rotations } from '../client.ts';
import { NoticeList } from './notice-list.tsx';
import '../rotations.css';
import { useListOf } from './use-list-of.ts';

const shownPlans = 3;

/** Who is where this week, by training unit, of the published plans. */
export function WhoIsWhereCard() {
  const t = usePhrases('rotations');
  const isTeacher = useSession().membership.role === 'teacher';
  const list = useOperation('rotations.list', rotations.list, {
    page: 1,
    size: shownPlans,
    state: 'published',
  });
  return (
    <Panel title={t('card.who')} actions={<PageLink to="/rotations">{t('list.title')}</PageLink>}>
      {isTeacher ? <NoticeList /> : null}
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Loading /> : null}
      {list.data?.items.length === 0 ? <p className="dt-quiet">{t('card.none')}</p> : null}
      {list.data?.items.map((plan) => (
        <PlanWeek key={plan.id} planId={plan.id} />
      ))}
    </Panel>
  );
}

function PlanWeek(props: { readonly planId: string }) {
  const t = usePhrases('rotations');
  const listOf = useListOf();
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  const found = useOperation('rotations.get', rotations.get, { planId: props.planId });
  const plan = found.data;
  if (plan === undefined) return null;
  const monday = mondayOf(today());
  const week = plan.calendar.find((one) => one.weekStart === monday);
  const groups = groupsOf(plan, monday);
  return (
    <>
      <p>
        <PageLink to={`/rotations/${plan.id}`}>{plan.className}</PageLink>
      </p>
      {groups.length === 0 ? (
        <p className="dt-quiet">
          {week !== undefined
            ? t(`mine.${week.kind}`)
            : monday < plan.firstWeek
              ? t('card.before', { day: writeDay(locale, plan.firstWeek) })
              : t('card.after')}
        </p>
      ) : (
        <ul className="ro-list">
          {groups.map((group) => (
            <li key={group.id}>
              <b>{nameOf(group)}</b>
              <span>{t('plan.people', { count: group.people.length })}</span>
              <p className="dt-quiet">{listOf(group.people)}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function groupsOf(plan: PlanDetail, monday: string) {
  const now = plan.blocks.filter(
    (block) => block.firstWeek <= monday && dayAfter(block.firstWeek, block.weeks * 7) > monday,
  );
  return plan.balance
    .map(({ unitId, unitName, unitNameEn }) => ({
      id: unitId,
      name: unitName,
      nameEn: unitNameEn,
      people: now.filter((block) => block.unitId === unitId).map((block) => block.studentName),
    }))
    .filter((group) => group.people.length > 0);
}
