import { ErrorState, PageLink, Panel, StateTag, useOperation, usePhrases } from '@dualtrack/ui';
import type { ClassItem } from '../../shapes.ts';
import { classTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import '../order-classes.css';
import { NoticeList } from './notice-list.tsx';

type CardProps = {
  readonly title: string;
  readonly none: string;
  readonly scope?: 'mine';
  readonly isShown: (row: ClassItem) => boolean;
  readonly path?: (row: ClassItem) => string;
  readonly words: (row: ClassItem) => string;
};

function ClassCard(props: CardProps) {
  const t = usePhrases('order-classes');
  const list = useOperation('order-classes.list', orderClasses.classes.list, {
    page: 1,
    size: 100,
    ...(props.scope === undefined ? {} : { scope: props.scope }),
  });
  const rows = (list.data?.items ?? []).filter(props.isShown);
  return (
    <Panel
      title={props.title}
      count={list.data === undefined ? undefined : rows.length}
      actions={<PageLink to="/order-classes">{t('card.all')}</PageLink>}
    >
      {list.isError ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data !== undefined && rows.length === 0 ? <p className="dt-quiet">{props.none}</p> : null}
      <ul className="oc-card-list">
        {rows.slice(0, 6).map((row) => (
          <li key={row.id}>
            <PageLink to={props.path?.(row) ?? `/order-classes/${row.id}`}>{row.name}</PageLink>
            <span className="oc-row">
              {props.words(row)}
              <StateTag tone={classTone[row.state]}>{t(`state.${row.state}`)}</StateTag>
            </span>
          </li>
        ))}
      </ul>
      <NoticeList />
    </Panel>
  );
}

const recruiting = ['draft', 'open', 'closed', 'matched'] as const;
const isRecruiting = (row: ClassItem) => recruiting.some((state) => state === row.state);

/** For the school's office: classes in recruitment with seats and applicants. */
export function RecruitingCard() {
  const t = usePhrases('order-classes');
  return (
    <ClassCard
      title={t('card.recruiting')}
      none={t('card.recruitingNone')}
      isShown={isRecruiting}
      words={(row) => t('card.ratio', { applicants: row.applicants, seats: row.capacity })}
    />
  );
}

/** For a teacher: the classes they lead. */
export function LedClassesCard() {
  const t = usePhrases('order-classes');
  return (
    <ClassCard
      title={t('card.mine')}
      none={t('card.mineNone')}
      scope="mine"
      isShown={(row) => row.state !== 'finished'}
      words={(row) => t('card.ratio', { applicants: row.applicants, seats: row.capacity })}
    />
  );
}

/** For the enterprise: classes whose applicants wait for scores. */
export function ScoresCard() {
  const t = usePhrases('order-classes');
  return (
    <ClassCard
      title={t('card.scores')}
      none={t('card.scoresNone')}
      isShown={(row) => isRecruiting(row) && row.scoresMissing > 0}
      path={(row) => `/order-classes/${row.id}?tab=scores`}
      words={(row) => t('card.scoresCount', { count: row.scoresMissing })}
    />
  );
}
