import {
  ConfirmButton,
  DayRange,
  ErrorState,
  FactList,
  PageHeader,
  Panel,
  StateTag,
  useLanguage,
  useList,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import type { MyClass } from '../../shapes.ts';
import { classTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import '../order-classes.css';
import { BeforeStart } from '../parts/before-start.tsx';
import { MyAppeal } from '../parts/my-appeal.tsx';
import { MyBriefings } from '../parts/my-briefings.tsx';
import { MyExit } from '../parts/my-exit.tsx';
import { GroupPanel } from '../parts/my-group.tsx';
import { MyInterview } from '../parts/my-interview.tsx';
import { MyPapers } from '../parts/my-papers.tsx';
import { PlacingRules } from '../parts/placing-panel.tsx';
import { RankSeats, SeatsToRead } from '../parts/rank-seats.tsx';
import { ResultWhy } from '../parts/result-why.tsx';
import { LotteryPanel } from '../parts/seats-panel.tsx';
import { useWindowFact } from '../parts/window-fact.tsx';

/** One class on the phone of a student or guardian: ranking, then the result with its reasons, then what to confirm. */
export function MyClassPage() {
  const classId = usePathParam('classId');
  const found = useOperation('order-classes.mine-one', orderClasses.mine.get, { classId });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data === undefined ? null : <OneOfMine mine={found.data} />;
}

function OneOfMine(props: { readonly mine: MyClass }) {
  const { mine } = props;
  const list = useList();
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const windowFact = useWindowFact();
  const { locale } = useLanguage();
  const nameOf = useNameOf();
  const isStudent = useSession().membership.role === 'student';
  const isIn = mine.application !== null && !mine.application.isWithdrawn;
  return (
    <div className="oc-narrow oc-stack">
      <PageHeader
        title={mine.name}
        crumbs={[{ label: isStudent ? t('my.title') : t('my.titleGuardian'), to: '/my-order-classes' }]}
        state={<StateTag tone={classTone[mine.state]}>{t(`state.${mine.state}`)}</StateTag>}
        sides={{
          school: nameOf({ name: mine.school, nameEn: mine.schoolEn }),
          enterprise: nameOf({ name: mine.enterprise, nameEn: mine.enterpriseEn }),
        }}
      />
      {mine.placement === null ? null : <BeforeStart placement={mine.placement} />}
      {mine.result === null ? null : <ResultWhy mine={mine} result={mine.result} />}
      {mine.result === null ? null : <MyAppeal mine={mine} />}
      {mine.result === null ? <MyBriefings mine={mine} isStudent={isStudent} /> : null}
      {isStudent && mine.whyNotApply === null ? (
        <Ranking mine={mine} />
      ) : mine.result === null ? (
        <Panel title={t('tab.seats')}>
          <p>
            {mine.whyNotApply === 'application.not-yet' && mine.applicationsFrom !== null
              ? t('my.notYet', { from: writeDay(locale, mine.applicationsFrom) })
              : isIn
                ? t('my.waiting')
                : t('my.notApplied')}
          </p>
          <SeatsToRead seats={mine.seats} choices={isIn ? mine.application?.choices : undefined} />
        </Panel>
      ) : null}
      {isIn ? <GroupPanel mine={mine} isStudent={isStudent} /> : null}
      {isIn ? <MyPapers mine={mine} isStudent={isStudent} /> : null}
      {isIn ? <MyInterview mine={mine} isStudent={isStudent} /> : null}
      {isStudent ? <MyExit mine={mine} /> : null}
      <Panel title={tw('my.ruleTitle')}>
        <PlacingRules placing={mine.placing} seats={mine.seats} />
      </Panel>
      <FactList
        facts={[
          { label: t('fact.term'), value: <DayRange from={mine.startsOn} to={mine.endsOn} /> },
          windowFact(mine),
          { label: t('fact.majors'), value: list(mine.majorCodes) },
          { label: t('fact.teacher'), value: mine.teacherName || t('fact.nobody') },
          { label: t('fact.mentor'), value: mine.mentorName || t('fact.nobody') },
        ]}
      />
      <LotteryPanel
        lottery={mine}
        own={
          mine.application === null || mine.result === null
            ? undefined
            : { applicationId: mine.application.id, number: mine.result.lottery }
        }
      />
    </div>
  );
}

function Ranking(props: { readonly mine: MyClass }) {
  const { mine } = props;
  const t = usePhrases('order-classes');
  const { application } = mine;
  const isIn = application !== null && !application.isWithdrawn;
  const put = useWrite(orderClasses.applications.put, {
    invalidates: ['order-classes'],
    done: t('done.applied'),
  });
  const withdraw = useWrite(orderClasses.applications.withdraw, {
    invalidates: ['order-classes'],
    done: t('done.withdrawn'),
  });
  return (
    <Panel
      title={t('my.rank')}
      actions={
        isIn ? (
          <ConfirmButton
            type="text"
            title={t('my.withdrawAsk')}
            consequence={t('my.withdrawNote')}
            onConfirm={() => withdraw.mutateAsync({ classId: mine.id })}
          >
            {t('my.withdraw')}
          </ConfirmButton>
        ) : null
      }
    >
      <div className="oc-stack">
        <p className="dt-quiet">{mine.placing.rule === 'fill' ? t('my.rankNoteFill') : t('my.rankNote')}</p>
        <RankSeats
          key={isIn ? application.id : 'new'}
          seats={mine.seats}
          initial={{
            choices: isIn ? application.choices : [],
            statement: application?.statement ?? '',
            groupCode: application?.groupCode ?? '',
          }}
          hasGroups={mine.placing.hasGroups}
          isBusy={put.isPending}
          submitLabel={isIn ? t('my.change') : t('my.send')}
          draftName={`order-classes.ranking.${mine.id}`}
          onSubmit={(given) => put.mutateAsync({ classId: mine.id, ...given })}
        />
      </div>
    </Panel>
  );
}
