import { problemOf, problemSentence, useLanguage, useNameOf, usePhrases, useWrite } from '@dualtrack/ui';
import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { AgreementObligations, ObligationView } from '../../contract/obligations.ts';
import { cadences } from '../../due.ts';
import { metricHead, metricNames } from '../../metric.ts';
import { debtors } from '../../obligation.ts';
import { agreements } from '../client.ts';

/** The duty that is to change; null to add one. */
export type DutyWords = { readonly duty: ObligationView | null };

type WishProps = {
  readonly agreementId: string;
  readonly view: AgreementObligations;
  readonly words: DutyWords;
  readonly onClose: () => void;
};

/** Clauses of a registered paper, which has no text here. */
const usualClauses = Array.from({ length: 20 }, (_, index) => `O${String(index + 1).padStart(2, '0')}`);

function factorOf(metric: ObligationView['metric']): number {
  const { unit } = metricHead(metric);
  // Money is typed in yuan and shares in per cent.
  if (unit === 'fen') return 100;
  return unit === 'per-mille' ? 10 : 1;
}

/** Wishes a duty as it should be, with a reason; the other side agrees or refuses. */
export function WishDialog(props: WishProps) {
  const { agreementId, view, words, onClose } = props;
  const { duty } = words;
  const t = usePhrases('obligations');
  const nameOf = useNameOf();
  const { catalogue } = useLanguage();
  const clauses =
    view.clauses.length > 0
      ? view.clauses.map((one) => ({
          value: one.clause,
          label: `${one.clause} ${nameOf({ name: one.title, nameEn: one.titleEn })}`,
        }))
      : usualClauses.map((value) => ({ value, label: value }));
  const [metric, setMetric] = useState(duty?.metric ?? 'meetings-held');
  const [clause, setClause] = useState(duty?.clause ?? clauses[0]?.value ?? '');
  const [owedBy, setOwedBy] = useState(duty?.owedBy ?? 'both');
  const [target, setTarget] = useState<number | null>(
    duty === null ? null : duty.target / factorOf(duty.metric),
  );
  const [cadence, setCadence] = useState(duty?.cadence ?? 'once');
  const [dueOn, setDueOn] = useState(duty?.dueOn ?? '');
  const [title, setTitle] = useState(duty?.title ?? '');
  const [titleEn, setTitleEn] = useState(duty?.titleEn ?? '');
  const [reason, setReason] = useState('');
  const [waive, setWaive] = useState(false);
  const wish = useWrite(agreements.obligations.wish, {
    invalidates: ['agreements'],
    done: t('did.wish'),
    showsProblems: true,
    onDone: onClose,
  });
  const isReady = reason.trim().length >= 2 && (waive || (target !== null && target > 0 && dueOn !== ''));
  const send = () =>
    wish.mutate({
      ...{ agreementId, waive, reason, title, titleEn, metric, owedBy, cadence, dueOn },
      ...(duty === null || duty.clause !== '' ? { clause } : {}),
      ...(duty === null ? {} : { key: duty.key }),
      ...(target === null ? {} : { target: Math.round(target * factorOf(metric)) }),
    });
  return (
    <Modal
      open
      title={
        duty === null ? t('wish.title') : t('wish.adjust', { name: duty.title || t(`metric.${duty.metric}`) })
      }
      okText={t('do.save')}
      cancelText={t('do.cancel')}
      okButtonProps={{ disabled: !isReady }}
      confirmLoading={wish.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className="duty-form">
        <p className="dt-quiet">{t('wish.note')}</p>
        {duty === null ? null : (
          <Checkbox checked={waive} onChange={(event) => setWaive(event.target.checked)}>
            {t('wish.waive')}
          </Checkbox>
        )}
        {waive ? null : (
          <>
            {duty === null ? (
              <>
                <label htmlFor="wish-metric">
                  {t('wish.metric')}
                  <Select
                    id="wish-metric"
                    value={metric}
                    options={metricNames.map((value) => ({ value, label: t(`metric.${value}`) }))}
                    onChange={setMetric}
                  />
                </label>
                <label htmlFor="wish-clause">
                  {t('wish.clause')}
                  <Select id="wish-clause" value={clause} options={clauses} onChange={setClause} />
                </label>
              </>
            ) : null}
            <label htmlFor="wish-debtor">
              {t('wish.owedBy')}
              <Select
                id="wish-debtor"
                value={owedBy}
                options={debtors.map((value) => ({ value, label: t(`debtor.${value}`) }))}
                onChange={setOwedBy}
              />
            </label>
            <label htmlFor="wish-target">
              {t('wish.target')}
              <InputNumber
                id="wish-target"
                value={target}
                min={0}
                {...(metricHead(metric).unit === 'fen' ? { prefix: '¥' } : {})}
                {...(metricHead(metric).unit === 'per-mille' ? { suffix: '%' } : {})}
                style={{ inlineSize: '100%' }}
                onChange={setTarget}
              />
            </label>
            <label htmlFor="wish-cadence">
              {t('wish.cadence')}
              <Select
                id="wish-cadence"
                value={cadence}
                options={cadences.map((value) => ({ value, label: t(`cadence.${value}`) }))}
                onChange={setCadence}
              />
            </label>
            <label htmlFor="wish-dialog-1">
              {t('wish.dueOn')}
              <Input
                id="wish-dialog-1"
                type="date"
                value={dueOn}
                onChange={(event) => setDueOn(event.target.value)}
              />
            </label>
            <label htmlFor="wish-dialog-2">
              {t('wish.name')}
              <Input
                id="wish-dialog-2"
                value={title}
                maxLength={200}
                onChange={(event) => setTitle(event.target.value)}
              />
            </label>
            <label htmlFor="wish-dialog-3">
              {t('wish.nameEn')}
              <Input
                id="wish-dialog-3"
                value={titleEn}
                maxLength={200}
                onChange={(event) => setTitleEn(event.target.value)}
              />
            </label>
          </>
        )}
        <label htmlFor="wish-dialog-4">
          {t('wish.reason')}
          <Input.TextArea
            id="wish-dialog-4"
            value={reason}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {wish.error ? (
          <p className="ag-verdict ag-verdict-failed" role="alert">
            {problemSentence(catalogue, problemOf(wish.error))}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
