import {
  ConfirmButton,
  ErrorState,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import type { MyClass } from '../../shapes.ts';
import { orderClasses } from '../client.ts';
import { AppealSteps, AppealTag } from './appeal-steps.tsx';

/** An appeal against the published result: made within its days, then followed step by step. */
export function MyAppeal(props: { readonly mine: MyClass }) {
  const { mine } = props;
  const t = usePhrases('recruitment');
  const { locale } = useLanguage();
  const found = useOperation('order-classes.my-appeals', orderClasses.appeals.mine, { classId: mine.id });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const data = found.data;
  if (data === undefined || data.until === null) return null;
  if (data.appeals.length === 0 && data.whyNot !== null) return null;
  return (
    <Panel title={t('appeal.title')}>
      <div className="oc-stack">
        {data.appeals.map((appeal) => (
          <div key={appeal.id} className="oc-stack">
            <div className="oc-row">
              <AppealTag state={appeal.state} />
              {appeal.abilities.withdraw === null ? <Withdraw appealId={appeal.id} /> : null}
            </div>
            <AppealSteps appeal={appeal} seats={mine.seats} />
          </div>
        ))}
        {data.whyNot === null ? (
          <details>
            <summary>{t('appeal.make')}</summary>
            <MakeAppeal classId={mine.id} note={t('appeal.note', { until: writeDay(locale, data.until) })} />
          </details>
        ) : null}
      </div>
    </Panel>
  );
}

function MakeAppeal(props: { readonly classId: string; readonly note: string }) {
  const t = usePhrases('recruitment');
  const id = useId();
  const [reason, setReason] = useState('');
  const [isBad, setBad] = useState(false);
  const make = useWrite(orderClasses.appeals.make, {
    invalidates: ['order-classes'],
    done: t('appeal.made'),
  });
  const submit = () => {
    setBad(reason.trim() === '');
    if (reason.trim() !== '') make.mutate({ classId: props.classId, reason });
  };
  return (
    <div className="oc-stack">
      <p className="dt-quiet">{props.note}</p>
      <div className="oc-label">
        <label htmlFor={id}>{t('appeal.reason')}</label>
        <Input.TextArea
          id={id}
          rows={4}
          maxLength={2_000}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {isBad ? <span className="dt-error">{t('appeal.reasonNeeded')}</span> : null}
      </div>
      <div>
        <Button type="primary" loading={make.isPending} onClick={submit}>
          {t('appeal.make')}
        </Button>
      </div>
    </div>
  );
}

function Withdraw(props: { readonly appealId: string }) {
  const t = usePhrases('recruitment');
  const withdraw = useWrite(orderClasses.appeals.withdraw, {
    invalidates: ['order-classes'],
    done: t('appeal.withdrawn'),
  });
  return (
    <ConfirmButton
      size="small"
      type="text"
      title={t('appeal.withdraw')}
      consequence={t('appeal.withdrawNote')}
      onConfirm={() => withdraw.mutateAsync({ appealId: props.appealId })}
    >
      {t('appeal.withdraw')}
    </ConfirmButton>
  );
}
