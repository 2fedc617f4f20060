import {
  ConfirmButton,
  Day,
  DayRange,
  ErrorState,
  Loading,
  ObjectPage,
  PageLink,
  Panel,
  StateTag,
  useOperation,
  usePathParam,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button } from 'antd';
import type { Stay } from '../../contract.ts';
import { otherSide } from '../../side.ts';
import { practiceContents } from '../../stay.ts';
import { api } from '../client.ts';
import { AssessStay, NoteStay, ReportStay } from '../parts/stay-writing.tsx';
import { toneOf, useWords } from '../words.ts';
import '../talents.css';

/** One stay: plan, daily notes, report, assessment. */
export function StayPage() {
  const stayId = usePathParam('stayId');
  const found = useOperation('talentSharing.stay', api.stays.get, { stayId });
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  return <StayView stay={found.data} />;
}

function Answer(props: { readonly stay: Stay }) {
  const { stay } = props;
  const t = usePhrases('talent-sharing');
  const answer = useWrite(api.stays.answer, {
    answers: (after) => ['talentSharing.stay', { stayId: after.id }],
    invalidates: ['talentSharing'],
    done: t('stay.done'),
  });
  if (stay.abilities.accept !== null) return null;
  return (
    <span className="ts-row">
      <ConfirmButton
        type="text"
        danger
        title={t('stay.decline')}
        consequence={t('stay.next.declined')}
        onConfirm={() => answer.mutateAsync({ stayId: stay.id, accept: false })}
      >
        {t('stay.decline')}
      </ConfirmButton>
      <Button
        type="primary"
        loading={answer.isPending}
        onClick={() => answer.mutate({ stayId: stay.id, accept: true })}
      >
        {t('stay.accept')}
      </Button>
    </span>
  );
}

/** What was noted at the other side may be worth a challenge: its form opens with this stay as its start. */
function StartChallenge(props: { readonly stay: Stay }) {
  const { id, expertName, post } = props.stay;
  const t = usePhrases('innovation-news');
  const query = new URLSearchParams({
    ...{ from: 'mentor-note', place: 'stay-note', record: id, note: `${expertName} · ${post}` },
  });
  return (
    <span className="ts-row">
      <PageLink to={`/challenges?origin=${id}`}>{t('origin.list')}</PageLink>
      <PageLink className="dt-button" to={`/challenges/new?${query.toString()}`}>
        {t('origin.start')}
      </PageLink>
    </span>
  );
}

function StayView(props: { readonly stay: Stay }) {
  const { stay } = props;
  const t = usePhrases('talent-sharing');
  const words = useWords();
  const guest = stay.state === 'running';
  return (
    <ObjectPage
      title={`${stay.expertName} · ${stay.post}`}
      crumbs={[{ label: t('area.stays'), to: '/talent-stays' }]}
      state={<StateTag tone={toneOf(stay.state)}>{t(`stay.state.${stay.state}`)}</StateTag>}
      sides={words.sides(stay)}
      nextStep={{
        sentence: t(`stay.next.${stay.state}`),
        by: guest ? stay.side : otherSide(stay.side),
        action: <Answer stay={stay} />,
      }}
      actions={stay.days === 0 ? undefined : <StartChallenge stay={stay} />}
      facts={[
        { label: t('formOf'), value: t(`form.${stay.form}`) },
        {
          label: t('stay.person'),
          value: <PageLink to={`/talents/${stay.expertId}`}>{stay.expertName}</PageLink>,
        },
        { label: t('need.when'), value: <DayRange from={stay.fromOn} to={stay.toOn} /> },
        { label: t('stay.days'), value: stay.days },
        { label: t('course.hours'), value: words.hours(stay.minutes) },
        ...(stay.grade === null ? [] : [{ label: t('stay.grade'), value: t(`stay.grade.${stay.grade}`) }]),
      ]}
    >
      <div className="ts-stack">
        {stay.plan === '' ? null : (
          <Panel title={t('stay.plan')}>
            <p className="ts-text">{stay.plan}</p>
            <ul className="ts-tags">
              {practiceContents
                .filter((one) => stay.contents.includes(one))
                .map((one) => (
                  <li key={one}>{t(`stay.content.${one}`)}</li>
                ))}
            </ul>
          </Panel>
        )}
        {stay.abilities.note === null ? <NoteStay stay={stay} /> : null}
        <Panel title={t('stay.notes')} count={stay.notes.length}>
          {stay.notes.length === 0 ? <p className="dt-quiet">{t('stay.noNotes')}</p> : null}
          <ul className="ts-list">
            {stay.notes.toReversed().map((note) => (
              <li key={note.onDay}>
                <div>
                  <Day day={note.onDay} /> <span className="dt-quiet">{words.hours(note.minutes)}</span>
                  <p className="ts-text">{note.words}</p>
                </div>
              </li>
            ))}
          </ul>
        </Panel>
        {stay.abilities.report === null ? <ReportStay stay={stay} /> : null}
        {stay.report === '' ? null : (
          <Panel title={t('stay.report')}>
            <p className="ts-text">{stay.report}</p>
          </Panel>
        )}
        {stay.abilities.assess === null ? <AssessStay stay={stay} /> : null}
        {stay.grade === null ? null : (
          <Panel title={t('stay.assessment')}>
            <p className="ts-text">
              {t(`stay.grade.${stay.grade}`)} · {stay.assessedBy}
              {stay.assessment === '' ? '' : ` · ${stay.assessment}`}
            </p>
          </Panel>
        )}
      </div>
    </ObjectPage>
  );
}
