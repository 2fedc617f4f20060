import { FileChoice, problemOf, problemSentence, useLanguage, usePhrases, useWrite } from '@dualtrack/ui';
import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { ObligationView } from '../../contract/obligations.ts';
import { metricHead } from '../../metric.ts';
import { agreements } from '../client.ts';
import { useDutyWords } from '../duty-words.ts';

type EvidenceProps = {
  readonly agreementId: string;
  readonly obligationId: string;
  readonly duty: ObligationView;
  readonly onClose: () => void;
};

/** Classes for which a duty is owed, one by one. */
function classesOf(duty: ObligationView): { value: string; label: string }[] {
  const named = new Map(
    duty.dues.flatMap((due) => (due.classId === null ? [] : [[due.classId, due.className] as const])),
  );
  return [...named].map(([value, label]) => ({ value, label }));
}

/** A document that shows how much of a duty was done, and when; the other side accepts or refuses it. */
export function EvidenceDialog(props: EvidenceProps) {
  const { agreementId, obligationId, duty, onClose } = props;
  const t = usePhrases('obligations');
  const words = useDutyWords();
  const { catalogue } = useLanguage();
  const { measure, unit } = metricHead(duty.metric);
  const [file, setFile] = useState<File | undefined>();
  const [amount, setAmount] = useState<number | null>(null);
  const [whole, setWhole] = useState<number | null>(null);
  const [happenedOn, setDay] = useState('');
  const [note, setNote] = useState('');
  // What is owed for each class is shown for one of them.
  const classes = classesOf(duty);
  const [classId, setClass] = useState(classes.length === 1 ? (classes[0]?.value ?? '') : '');
  const give = useWrite(agreements.obligations.giveEvidence, {
    invalidates: ['agreements'],
    done: t('did.evidence'),
    showsProblems: true,
    onDone: onClose,
  });
  // Money is typed in yuan and kept in fen.
  const factor = unit === 'fen' ? 100 : 1;
  const send = () => {
    if (file === undefined || amount === null) return;
    const counted = Math.round(amount * factor);
    give.mutate({
      ...{ agreementId, obligationId, file, amount: counted, whole: whole ?? 0, happenedOn, note },
      ...(classId === '' ? {} : { classId }),
    });
  };
  return (
    <Modal
      open
      title={`${t('do.evidence')} · ${words.name(duty)}`}
      okText={t('do.save')}
      cancelText={t('do.cancel')}
      okButtonProps={{
        disabled:
          file === undefined ||
          amount === null ||
          happenedOn === '' ||
          (classes.length > 0 && classId === ''),
      }}
      confirmLoading={give.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className="duty-form">
        <FileChoice label={t('evidence.file')} onFile={setFile} />
        {classes.length === 0 ? null : (
          <label htmlFor="evidence-dialog-1">
            {t('evidence.class')}
            <Select
              id="evidence-dialog-1"
              value={classId === '' ? null : classId}
              options={classes}
              onChange={setClass}
            />
          </label>
        )}
        <label htmlFor="evidence-dialog-2">
          {t('evidence.amount')}
          <InputNumber
            id="evidence-dialog-2"
            value={amount}
            min={0}
            {...(unit === 'fen' ? { prefix: '¥' } : {})}
            style={{ inlineSize: '100%' }}
            onChange={setAmount}
          />
        </label>
        {measure === 'share' ? (
          <label htmlFor="evidence-dialog-3">
            {t('evidence.whole')}
            <InputNumber
              id="evidence-dialog-3"
              value={whole}
              min={1}
              style={{ inlineSize: '100%' }}
              onChange={setWhole}
            />
          </label>
        ) : null}
        <label htmlFor="evidence-dialog-4">
          {t('evidence.on')}
          <Input
            id="evidence-dialog-4"
            type="date"
            value={happenedOn}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        <label htmlFor="evidence-dialog-5">
          {t('evidence.note')}
          <Input.TextArea
            id="evidence-dialog-5"
            value={note}
            maxLength={1_000}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        {give.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(give.error))}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
