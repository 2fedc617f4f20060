import {
  Day,
  Moment,
  Panel,
  problemOf,
  problemSentence,
  SideTag,
  StateTag,
  useLanguage,
  usePhrases,
  useWrite,
} from '@dualtrack/ui';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { PaperStanding } from '../../contract/amendments.ts';
import { whyNotAnswerPaper } from '../../ink-paper.ts';
import { useOwnSide } from '../agreement-words.ts';
import { agreements } from '../client.ts';

const invalidates = ['agreements', 'workforce'];
const tones = { waiting: 'soon', confirmed: 'done', disputed: 'danger' } as const;

/** Who registered a paper signed by hand, and whether the other side stands by it; who may answer does so here. */
export function PaperStandingPanel(props: { readonly agreementId: string; readonly paper: PaperStanding }) {
  const { agreementId, paper } = props;
  const t = usePhrases('obligations');
  const { catalogue } = useLanguage();
  const own = useOwnSide();
  const [isDisputing, setDisputing] = useState(false);
  const answer = useWrite(agreements.amendments.answerPaper, {
    ...{ invalidates, done: t('did.answer'), showsProblems: true },
  });
  const { confirmation, typedSide, typedName, answeredSide, answeredName, answeredAt } = paper;
  const may = (said: 'confirm' | 'dispute') => whyNotAnswerPaper(paper, own, said) === null;
  const isAsked = may('confirm');
  return (
    <Panel
      title={t('paper.standing')}
      actions={<StateTag tone={tones[confirmation]}>{t(`paper.${confirmation}`)}</StateTag>}
    >
      <div className="duty-form">
        <div className="ag-row dt-small dt-quiet">
          {typedSide === null ? null : <SideTag side={typedSide}>{typedName}</SideTag>}
          <span>{t('paper.typed')}</span>
          <Moment instant={paper.typedAt} />
        </div>
        {paper.effectiveOn === null ? null : (
          <div>
            {t('notice.on')}: <Day day={paper.effectiveOn} />
          </div>
        )}
        {answeredAt === null ? null : (
          <div className="ag-row dt-small dt-quiet">
            {answeredSide === null ? null : <SideTag side={answeredSide}>{answeredName}</SideTag>}
            <span>{t(`paper.did-${confirmation === 'disputed' ? 'dispute' : 'confirm'}`)}</span>
            {paper.answer === '' ? null : <span>{paper.answer}</span>}
            <Moment instant={answeredAt} />
          </div>
        )}
        {confirmation === 'waiting' ? <div>{t(isAsked ? 'paper.asked' : 'paper.waits')}</div> : null}
        {isAsked ? (
          <span className="ag-row">
            <Button
              type="primary"
              loading={answer.isPending}
              onClick={() => answer.mutate({ agreementId, answer: 'confirm' })}
            >
              {t('paper.confirm')}
            </Button>
            {may('dispute') ? (
              <Button onClick={() => setDisputing(true)}>{t('recorded.dispute')}</Button>
            ) : null}
          </span>
        ) : null}
        {answer.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(answer.error))}
          </p>
        ) : null}
      </div>
      {isDisputing ? <Dispute agreementId={agreementId} onClose={() => setDisputing(false)} /> : null}
    </Panel>
  );
}

function Dispute(props: { readonly agreementId: string; readonly onClose: () => void }) {
  const t = usePhrases('obligations');
  const [reason, setReason] = useState('');
  const answer = useWrite(agreements.amendments.answerPaper, {
    ...{ invalidates, done: t('did.answer'), onDone: props.onClose },
  });
  return (
    <Modal
      open
      title={t('recorded.dispute')}
      okText={t('do.save')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={answer.isPending}
      onOk={() => answer.mutate({ agreementId: props.agreementId, answer: 'dispute', reason })}
      onCancel={props.onClose}
    >
      <div className="duty-form">
        <label htmlFor="paper-dispute">
          {t('recorded.reason')}
          <Input.TextArea
            id="paper-dispute"
            value={reason}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
      </div>
    </Modal>
  );
}
