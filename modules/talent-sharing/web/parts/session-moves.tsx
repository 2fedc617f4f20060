import { ConfirmButton, usePhrases, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Input, InputNumber } from 'antd';
import { useState } from 'react';
import type { SessionDetail } from '../../contract.ts';
import { api } from '../client.ts';
import { useOwn, useWhyNot } from '../words.ts';
import { AnswerButtons } from './session-answers.tsx';

/** What comes next with a session: the answer of the first who may give one, or the attestation when it is over. */
export function SessionNext(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const { side } = useOwn();
  const open = session.experts.find((one) => one.mayAnswer);
  if (open !== undefined) return <AnswerButtons sessionId={session.id} expertId={open.expertId} />;
  if (session.state !== 'planned' || session.attested[side] !== null) return null;
  return <Attest session={session} />;
}

/** Calls a session off, while it has not begun. */
export function CancelSession(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const [reason, setReason] = useState('');
  const cancel = useWrite(api.sessions.cancel, {
    answers: (after) => ['talentSharing.session', { sessionId: after.id }],
    invalidates: ['talentSharing'],
    done: t('session.cancelled'),
  });
  if (session.abilities.cancel !== null) return null;
  return (
    <ConfirmButton
      danger
      type="text"
      title={t('session.cancelQuestion')}
      consequence={
        <div className="ts-stack">
          <span>
            {session.isLate
              ? t('session.cancelLate', { hours: session.noticeHours })
              : t('session.cancelNote')}
          </span>
          <Input.TextArea
            aria-label={t('session.reason')}
            placeholder={t('session.reason')}
            value={reason}
            maxLength={500}
            autoSize={{ minRows: 2 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
      }
      onConfirm={() => cancel.mutateAsync({ sessionId: session.id, reason })}
    >
      {t('session.cancel')}
    </ConfirmButton>
  );
}

function Attest(props: { readonly session: SessionDetail }) {
  const { session } = props;
  const t = usePhrases('talent-sharing');
  const whyNot = useWhyNot();
  const [attended, setAttended] = useState(session.attended ?? session.seated);
  const attest = useWrite(api.sessions.attest, {
    answers: (after) => ['talentSharing.session', { sessionId: after.id }],
    invalidates: ['talentSharing'],
    done: t('session.attestedDone'),
  });
  const reason = whyNot(session.abilities.attest);
  if (reason !== undefined) return <WhyNotButton whyNot={reason}>{t('session.attest')}</WhyNotButton>;
  return (
    <ConfirmButton
      type="primary"
      title={t('session.attest')}
      consequence={
        <div className="ts-label">
          <span>{t('session.attended')}</span>
          <InputNumber
            aria-label={t('session.attended')}
            min={0}
            max={5_000}
            precision={0}
            value={attended}
            onChange={(value) => setAttended(value ?? 0)}
          />
        </div>
      }
      onConfirm={() => attest.mutateAsync({ sessionId: session.id, attended })}
    >
      {t('session.attest')}
    </ConfirmButton>
  );
}
