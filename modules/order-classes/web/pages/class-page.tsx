import {
  DayRange,
  ErrorState,
  ObjectPage,
  PageLink,
  type PageTab,
  StateTag,
  StateTrack,
  useNameOf,
  useOperation,
  usePathParam,
  usePhrases,
  useSession,
} from '@dualtrack/ui';
import type { ClassTable } from '../../contract/class-sheets.ts';
import { classStates } from '../../order-class.ts';
import type { ClassDetail, PlacementView } from '../../shapes.ts';
import { classTone } from '../class-words.ts';
import { orderClasses } from '../client.ts';
import '../order-classes.css';
import { AppealsPanel } from '../parts/appeals-panel.tsx';
import { ApplicantsPanel } from '../parts/applicants-panel.tsx';
import { BriefingsPanel } from '../parts/briefings-panel.tsx';
import { InterviewsPanel } from '../parts/interviews-panel.tsx';
import { MatchingPanel } from '../parts/matching-panel.tsx';
import { ClassActions, useNextStep } from '../parts/next-step.tsx';
import { PapersPanel } from '../parts/papers-panel.tsx';
import { PlacementsPanel } from '../parts/placements-panel.tsx';
import { RubricPanel } from '../parts/rubric-panel.tsx';
import { SaveSheets } from '../parts/save-sheet.tsx';
import { ScoreGrid } from '../parts/score-grid.tsx';
import { LotteryPanel, SeatsPanel } from '../parts/seats-panel.tsx';
import { SheetFrame } from '../parts/sheet-frame.tsx';
import { SyllabusPanel } from '../parts/syllabus-panel.tsx';
import { useWindowFact } from '../parts/window-fact.tsx';

/** The page of one class, for both sides. */
export function ClassPage() {
  const classId = usePathParam('classId');
  const found = useOperation('order-classes.get', orderClasses.classes.get, { classId });
  const placements = useOperation('order-classes.placements', orderClasses.placements.list, { classId });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (placements.isError) {
    return <ErrorState error={placements.error} onRetry={() => void placements.refetch()} />;
  }
  // What comes next depends on both.
  if (found.data === undefined || placements.data === undefined) return null;
  return <OneClass orderClass={found.data} placements={placements.data} />;
}

const abilityOf = {
  seats: 'place',
  points: 'interview',
  slots: 'interview',
  scores: 'score',
  applications: 'apply',
} as const;

type OneProps = { readonly orderClass: ClassDetail; readonly placements: readonly PlacementView[] };

function OneClass(props: OneProps) {
  const { orderClass, placements } = props;
  const t = usePhrases('order-classes');
  const tw = usePhrases('class-work');
  const tr = usePhrases('recruitment');
  const windowFact = useWindowFact();
  const nameOf = useNameOf();
  const { role, organisation } = useSession().membership;
  const isSchool = organisation.kind === 'school';
  const mayReadPapers = role === 'school-office' || role === 'programme-head';
  const mayOpenOthers = role !== 'teacher' && role !== 'mentor';
  const sheetOf = (table: ClassTable) => ({
    classId: orderClass.id,
    table,
    mayImport:
      table === 'syllabus'
        ? mayOpenOthers && orderClass.state !== 'finished'
        : orderClass.abilities[abilityOf[table]] === null,
  });
  const nextStep = useNextStep(orderClass, placements);
  const seats: PageTab = {
    key: 'seats',
    label: t('tab.seats'),
    count: orderClass.capacity,
    content: () => (
      <SheetFrame {...sheetOf('seats')} hasBook>
        <SeatsPanel orderClass={orderClass} />
      </SheetFrame>
    ),
  };
  const people: PageTab = isSchool
    ? {
        key: 'applicants',
        label: t('tab.applicants'),
        count: orderClass.applicants,
        content: () => (
          <div className="oc-stack">
            <SheetFrame {...sheetOf('applications')}>
              <ApplicantsPanel orderClass={orderClass} />
            </SheetFrame>
            {mayReadPapers ? <PapersPanel classId={orderClass.id} /> : null}
          </div>
        ),
      }
    : {
        key: 'scores',
        label: t('tab.scores'),
        count: orderClass.scoresMissing,
        content: () => (
          <div className="oc-stack">
            <SheetFrame {...sheetOf('scores')}>
              <ScoreGrid orderClass={orderClass} />
            </SheetFrame>
            <PapersPanel classId={orderClass.id} />
          </div>
        ),
      };
  const result: PageTab = {
    key: 'matching',
    label: t('tab.matching'),
    content: () => (
      <div className="oc-stack">
        <SaveSheets classId={orderClass.id} tables={['results', 'rounds']} />
        <MatchingPanel orderClass={orderClass} />
      </div>
    ),
  };
  const placed: PageTab = {
    key: 'placements',
    label: t('tab.placements'),
    count: orderClass.placed,
    content: () => (
      <div className="oc-stack">
        <SaveSheets
          classId={orderClass.id}
          tables={isSchool ? ['placements', 'waiting', 'changes'] : ['placements', 'changes']}
        />
        <PlacementsPanel orderClass={orderClass} placements={placements} />
      </div>
    ),
  };
  const briefings: PageTab = {
    key: 'briefings',
    label: tr('tab.briefings'),
    content: () => (
      <div className="oc-stack">
        <SaveSheets classId={orderClass.id} tables={['briefings']} />
        <BriefingsPanel orderClass={orderClass} />
      </div>
    ),
  };
  const appeals: PageTab = {
    key: 'appeals',
    label: tr('tab.appeals'),
    content: () => (
      <div className="oc-stack">
        <SaveSheets classId={orderClass.id} tables={['appeals']} />
        <AppealsPanel orderClass={orderClass} />
      </div>
    ),
  };
  // A campaign comes before the result, appeals after it.
  const isPublished = ['published', 'running', 'finished'].includes(orderClass.state);
  const interviews: PageTab = {
    key: 'interviews',
    label: tw('tab.interviews'),
    content: () => (
      <SheetFrame {...sheetOf('slots')} further={['bookings']}>
        <InterviewsPanel orderClass={orderClass} />
      </SheetFrame>
    ),
  };
  const rubric: PageTab = {
    key: 'rubric',
    label: tw('tab.rubric'),
    content: () => (
      <SheetFrame {...sheetOf('points')}>
        <RubricPanel orderClass={orderClass} />
      </SheetFrame>
    ),
  };
  const syllabus: PageTab = {
    key: 'syllabus',
    label: tw('tab.syllabus'),
    content: () => (
      <SheetFrame {...sheetOf('syllabus')}>
        <SyllabusPanel orderClass={orderClass} />
      </SheetFrame>
    ),
  };
  return (
    <ObjectPage
      title={orderClass.name}
      crumbs={[{ label: t('list.title'), to: '/order-classes' }]}
      state={<StateTag tone={classTone[orderClass.state]}>{t(`state.${orderClass.state}`)}</StateTag>}
      sides={{
        school: nameOf({ name: orderClass.school, nameEn: orderClass.schoolEn }),
        enterprise: nameOf({ name: orderClass.enterprise, nameEn: orderClass.enterpriseEn }),
      }}
      actions={<ClassActions orderClass={orderClass} />}
      track={
        <StateTrack
          stops={classStates.map((key) => ({ key, label: t(`state.${key}`) }))}
          current={orderClass.state}
        />
      }
      nextStep={nextStep}
      facts={[
        {
          label: t('fact.programme'),
          value: nameOf({ name: orderClass.programmeName, nameEn: orderClass.programmeNameEn }),
        },
        { label: t('fact.term'), value: <DayRange from={orderClass.startsOn} to={orderClass.endsOn} /> },
        windowFact(orderClass),
        { label: t('fact.teacher'), value: orderClass.teacherName || t('fact.nobody') },
        { label: t('fact.mentor'), value: orderClass.mentorName || t('fact.nobody') },
        ...(mayOpenOthers
          ? [
              {
                label: t('fact.agreement'),
                value: (
                  <PageLink to={`/agreements/${orderClass.agreementId}`}>{t('fact.openAgreement')}</PageLink>
                ),
              },
              {
                label: t('fact.order'),
                value: <PageLink to={`/talent-orders/${orderClass.orderId}`}>{t('fact.openOrder')}</PageLink>,
              },
            ]
          : []),
      ]}
      tabs={[
        seats,
        ...(isPublished ? [] : [briefings]),
        people,
        interviews,
        ...(isSchool ? [] : [rubric]),
        result,
        placed,
        ...(isPublished && mayOpenOthers ? [appeals] : []),
        syllabus,
      ]}
      aside={<LotteryPanel lottery={orderClass} />}
    />
  );
}
