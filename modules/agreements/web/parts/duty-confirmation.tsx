import {
  Moment,
  problemOf,
  problemSentence,
  SideTag,
  useLanguage,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { AgreementObligations, ObligationView } from '../../contract/obligations.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';
import { useDutyWords } from '../duty-words.ts';

const invalidates = ['agreements'];
type Recorded = NonNullable<ObligationView['recorded']>;
type OfDuty = { readonly agreementId: string; readonly duty: ObligationView; readonly mayAnswer: boolean };

/** Duties of a paper signed elsewhere on which the own side has yet to say whether the paper says so. */
export function waitingForOwn(view: AgreementObligations, own: string | null): number[] {
  return view.obligations.flatMap(({ recorded, isWaived, basis }) => {
    const isOpen = recorded?.confirmation === 'waiting' && !isWaived && basis === 'paper';
    return isOpen && own !== null && recorded.typedSide !== own ? [recorded.number] : [];
  });
}

/** Who typed a duty from a paper, and whether the other side stands by it; who may answer does so here. */
export function DutyConfirmation(props: OfDuty & { readonly recorded: Recorded }) {
  const { agreementId, duty, recorded, mayAnswer } = props;
  const t = usePhrases('obligations');
  const own = useOwnSide();
  const [isDisputing, setDisputing] = useState(false);
  const answer = useWrite(agreements.obligations.answerRecorded, { invalidates, done: t('did.answer') });
  const { number, confirmation, typedSide, typedName, answeredName } = recorded;
  const isOther = own !== null && typedSide !== own;
  const isOpen = confirmation !== 'confirmed' && duty.basis === 'paper' && !duty.isWaived;
  const isAsked = mayAnswer && isOther && isOpen;
  if (confirmation === 'confirmed') {
    return (
      <Line side={recorded.answeredSide} at={recorded.answeredAt}>
        {t('recorded.confirmed', { name: answeredName })}
      </Line>
    );
  }
  if (!isOpen) return null;
  return (
    <div className="duty-confirmation">
      {confirmation === 'disputed' ? (
        <Line side={recorded.answeredSide} at={recorded.answeredAt}>
          {t('recorded.disputed', { name: answeredName, answer: recorded.answer })}
        </Line>
      ) : (
        <Line side={typedSide} at={recorded.typedAt}>
          {t(isAsked ? 'recorded.waitsOwn' : 'recorded.waitsOther', { name: typedName || '—' })}
        </Line>
      )}
      {isAsked ? (
        <span className="ag-row">
          <Button
            size="small"
            type={confirmation === 'disputed' ? 'default' : 'primary'}
            loading={answer.isPending}
            onClick={() => answer.mutate({ agreementId, numbers: [number], answer: 'confirm' })}
          >
            {t('recorded.confirm')}
          </Button>
          {confirmation === 'disputed' ? null : (
            <Button size="small" onClick={() => setDisputing(true)}>
              {t('recorded.dispute')}
            </Button>
          )}
        </span>
      ) : null}
      {isDisputing ? (
        <DisputeDialog
          agreementId={agreementId}
          duty={duty}
          number={number}
          onClose={() => setDisputing(false)}
        />
      ) : null}
    </div>
  );
}

function Line(props: {
  readonly side: 'school' | 'enterprise' | null;
  readonly at: string | null;
  readonly children: string;
}) {
  const { side, at, children } = props;
  return (
    <span className="ag-row dt-small dt-quiet">
      {side === null ? null : <SideTag side={side} />}
      <span>{children}</span>
      {at === null ? null : <Moment instant={at} />}
    </span>
  );
}

function DisputeDialog(props: {
  readonly agreementId: string;
  readonly duty: ObligationView;
  readonly number: number;
  readonly onClose: () => void;
}) {
  const { agreementId, duty, number, onClose } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const { catalogue } = useLanguage();
  const [reason, setReason] = useState('');
  const answer = useWrite(agreements.obligations.answerRecorded, {
    ...{ invalidates, done: t('did.answer'), showsProblems: true, onDone: onClose },
  });
  return (
    <Modal
      open
      title={t('recorded.disputeTitle', { name: words.name(duty) })}
      okText={t('do.save')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={answer.isPending}
      onOk={() => answer.mutate({ agreementId, numbers: [number], answer: 'dispute', reason })}
      onCancel={onClose}
    >
      <div className="duty-form">
        <p className="dt-quiet">{t('recorded.disputeNote')}</p>
        <label htmlFor="duty-dispute">
          {t('recorded.reason')}
          <Input.TextArea
            id="duty-dispute"
            value={reason}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {answer.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(answer.error))}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}

/** Confirms everything at once that waits for the own side. */
export function ConfirmAllDuties(props: {
  readonly agreementId: string;
  readonly numbers: readonly number[];
}) {
  const { agreementId, numbers } = props;
  const t = usePhrases('obligations');
  const answer = useWrite(agreements.obligations.answerRecorded, { invalidates, done: t('did.answer') });
  if (numbers.length < 2) return null;
  return (
    <Button
      type="primary"
      loading={answer.isPending}
      onClick={() => answer.mutate({ agreementId, numbers: [...numbers], answer: 'confirm' })}
    >
      {t('recorded.confirmAll', { count: numbers.length })}
    </Button>
  );
}
