import {
  Day,
  ErrorState,
  FactList,
  Loading,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  writeDay,
} from '@dualtrack/ui';
import { Button, Checkbox, InputNumber } from 'antd';
import { useId, useState } from 'react';
import { workforce } from '../client.ts';
import { PresidentField } from './president-field.tsx';
import '../workforce.css';

/** How much demand the school takes in, when it is free next, and whether it is paused for being silent. */
export function IntakePanel() {
  const t = usePhrases('workforce');
  const { locale } = useLanguage();
  const found = useOperation('workforce.intake', workforce.intake.get, undefined);
  if (found.isPending) return <Loading />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const { pausedOn, nextFreeOn, waiting, monthlyLimit, answerDays, opinionsRequired } = found.data;
  return (
    <Panel title={t('intake.title')}>
      {pausedOn === null ? null : (
        <p className="wf-warning" role="alert">
          {t('intake.paused', { day: writeDay(locale, pausedOn) })}
        </p>
      )}
      <FactList
        facts={[
          { label: t('intake.waiting'), value: waiting },
          { label: t('intake.next'), value: <Day day={nextFreeOn} /> },
        ]}
      />
      <IntakeForm
        key={`${monthlyLimit} ${answerDays} ${opinionsRequired}`}
        kept={{ monthlyLimit, answerDays, opinionsRequired }}
      />
      <PresidentField />
    </Panel>
  );
}

type Settings = { monthlyLimit: number; answerDays: number; opinionsRequired: boolean };

function IntakeForm(props: { readonly kept: Settings }) {
  const t = usePhrases('workforce');
  const [value, setValue] = useState(props.kept);
  const ids = { limit: useId(), days: useId() };
  const save = useWrite(workforce.intake.put, { invalidates: ['workforce'], done: t('intake.saved') });
  return (
    <div className="wf-fields wf-end">
      <div className="wf-field">
        <label htmlFor={ids.limit}>{t('intake.limit')}</label>
        <InputNumber
          id={ids.limit}
          min={1}
          max={1_000}
          value={value.monthlyLimit}
          onChange={(monthlyLimit) => setValue({ ...value, monthlyLimit: monthlyLimit ?? 1 })}
        />
      </div>
      <div className="wf-field">
        <label htmlFor={ids.days}>{t('intake.days')}</label>
        <InputNumber
          id={ids.days}
          min={1}
          max={90}
          value={value.answerDays}
          onChange={(answerDays) => setValue({ ...value, answerDays: answerDays ?? 1 })}
        />
      </div>
      <Checkbox
        checked={value.opinionsRequired}
        onChange={(event) => setValue({ ...value, opinionsRequired: event.target.checked })}
      >
        {t('intake.opinions')}
      </Checkbox>
      <Button loading={save.isPending} onClick={() => save.mutate(value)}>
        {t('intake.save')}
      </Button>
    </div>
  );
}
