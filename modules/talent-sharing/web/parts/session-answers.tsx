import {
  ConfirmButton,
  PageLink,
  Panel,
  problemOf,
  SideTag,
  StateTag,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SessionDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useWords } from '../words.ts';

/** The experts of a session with their answers; who may answer does it here. */
export function SessionAnswers(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const words = useWords();
  // The first question is answered above, in the next step.
  const first = session.experts.find((one) => one.mayAnswer)?.expertId;
  return (
    <Panel title={t('session.experts')} count={session.experts.length}>
      <ul className="ts-list">
        {session.experts.map((one) => (
          <li key={one.expertId}>
            <div>
              <span className="ts-row">
                <SideTag side={one.side} />
                <PageLink to={`/talents/${one.expertId}`}>{one.name || t('expert.nameHidden')}</PageLink>
                <span className="dt-quiet">
                  {one.isLeading ? `${t('session.leads')} · ` : ''}
                  {words.hours(one.minutes)}
                </span>
              </span>
              {one.reason === '' ? null : <p className="dt-quiet dt-small">{one.reason}</p>}
              {one.cover === '' ? null : (
                <p className="dt-quiet dt-small">{booking('cover.by', { name: one.cover })}</p>
              )}
            </div>
            <span className="ts-row">
              <StateTag
                tone={one.answer === 'accepted' ? 'done' : one.answer === 'declined' ? 'danger' : 'soon'}
              >
                {t(`session.answer.${one.answer}`)}
              </StateTag>
              {one.mayAnswer && one.expertId !== first ? (
                <AnswerButtons sessionId={session.id} expertId={one.expertId} />
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Yes or no for one expert. */
export function AnswerButtons(props: { readonly sessionId: string; readonly expertId: string }) {
  const t = usePhrases('talent-sharing');
  const booking = usePhrases('talent-booking');
  const [reason, setReason] = useState('');
  const [cover, setCover] = useState('');
  const answer = useWrite(api.sessions.answer, {
    answers: (after) => ['talentSharing.session', { sessionId: after.id }],
    invalidates: ['talentSharing'],
    done: t('session.answered'),
  });
  const say = (accept: boolean) =>
    answer.mutateAsync({ ...props, accept, reason: accept ? '' : reason, cover: accept ? cover : '' });
  const needsCover = answer.isError && problemOf(answer.error).code === 'expert.on-rotation';
  return (
    <span className="ts-row">
      {needsCover || cover !== '' ? (
        <div className="ts-label">
          <span className="dt-small">{booking('cover.label')}</span>
          <Input
            aria-label={booking('cover.label')}
            value={cover}
            maxLength={100}
            onChange={(event) => setCover(event.target.value)}
          />
        </div>
      ) : null}
      <ConfirmButton
        title={t('session.declineQuestion')}
        consequence={
          <Input.TextArea
            aria-label={t('session.reason')}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setReason(event.target.value)}
          />
        }
        onConfirm={() => say(false)}
      >
        {t('session.decline')}
      </ConfirmButton>
      <Button
        type="primary"
        loading={answer.isPending}
        onClick={() => {
          say(true).catch(() => undefined);
        }}
      >
        {t('session.accept')}
      </Button>
    </span>
  );
}
