import { Moment, Panel, SideTag, usePhrases, useWrite } from '@dualtrack/ui';
import { Button } from 'antd';
import { useRef } from 'react';
import type { RecordedPayment } from '../../contract/payments.ts';
import { compliance } from '../client.ts';

/** The papers that payments name, by month: how many payments each shows, its file, and who kept that when. */
export function PaymentPapers(props: {
  readonly payments: readonly RecordedPayment[];
  readonly mayRecord: boolean;
}) {
  const t = usePhrases('compliance');
  const papers = Map.groupBy(props.payments, (one) => `${one.month} ${one.evidence}`);
  const sorted = [...papers].sort(([one], [other]) => other.localeCompare(one));
  if (sorted.length === 0) return null;
  return (
    <div className="cp-papers">
      <Panel title={t('pay.papers')} count={sorted.length}>
        <ul className="cp-facts">
          {sorted.map(([key, own]) => {
            // A payment that was recorded after the paper was kept has no file yet: the next press gives it one.
            const first = own.find((one) => one.fileName === null) ?? own[0];
            const kept = own.find((one) => one.fileName !== null);
            return first === undefined ? null : (
              <Paper key={key} payment={first} kept={kept} count={own.length} mayRecord={props.mayRecord} />
            );
          })}
        </ul>
      </Panel>
    </div>
  );
}

function Paper(props: {
  readonly payment: RecordedPayment;
  readonly kept: RecordedPayment | undefined;
  readonly count: number;
  readonly mayRecord: boolean;
}) {
  const t = usePhrases('compliance');
  const { payment, kept, count } = props;
  const input = useRef<HTMLInputElement>(null);
  const attach = useWrite(compliance.payments.attach, {
    invalidates: ['compliance'],
    done: t('filing.attached'),
  });
  const label = t(kept === undefined ? 'filing.attach' : 'filing.attachOther');
  return (
    <li>
      <strong>{payment.evidence}</strong>
      <span className="dt-quiet">
        {payment.month} · {t('pay.payments', { count })}
      </span>
      <span className="cp-wide dt-small dt-quiet">
        {t('pay.recordedBy')}: {payment.recordedByName} <SideTag side={payment.recordedSide} /> ·{' '}
        <Moment instant={payment.recordedAt} />
      </span>
      <span className="cp-wide cp-tags">
        {kept === undefined ? <span className="dt-quiet dt-small">{t('pay.noFile')}</span> : null}
        {kept === undefined ? null : (
          <>
            <a href={`/api/compliance/payments/${kept.id}/document`} download={kept.fileName ?? ''}>
              {kept.fileName}
            </a>
            <span className="dt-quiet dt-small">
              {kept.filedByName}
              {kept.filedAt === null ? null : (
                <>
                  {' · '}
                  <Moment instant={kept.filedAt} />
                </>
              )}
            </span>
          </>
        )}
        {props.mayRecord ? (
          <>
            <input
              ref={input}
              type="file"
              hidden
              aria-label={label}
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file !== undefined) attach.mutate({ paymentId: payment.id, file });
                event.target.value = '';
              }}
            />
            <Button size="small" loading={attach.isPending} onClick={() => input.current?.click()}>
              {label}
            </Button>
          </>
        ) : null}
      </span>
    </li>
  );
}
