import {
  AmountInput,
  amountFault,
  Day,
  ErrorState,
  FactList,
  Loading,
  Panel,
  useLanguage,
  useOperation,
  usePhrases,
  useWrite,
  WhyNotButton,
  writeDay,
} from '@dualtrack/ui';
import { Checkbox } from 'antd';
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
          { label: t('intake.limit'), value: monthlyLimit },
          { label: t('intake.days'), value: answerDays },
        ]}
      />
      <details className="wf-more">
        <summary>{t('intake.settings')}</summary>
        <IntakeForm
          key={`${monthlyLimit} ${answerDays} ${opinionsRequired}`}
          kept={{ monthlyLimit, answerDays, opinionsRequired }}
        />
        <PresidentField />
      </details>
    </Panel>
  );
}

const limit = { min: 1, max: 1_000 };
const days = { min: 1, max: 90 };

type Settings = { monthlyLimit: number; answerDays: number; opinionsRequired: boolean };

function IntakeForm(props: { readonly kept: Settings }) {
  const t = usePhrases('workforce');
  const [value, setValue] = useState(props.kept);
  const ids = { limit: useId(), days: useId() };
  const isSound =
    amountFault(value.monthlyLimit, limit) === undefined && amountFault(value.answerDays, days) === undefined;
  const save = useWrite(workforce.intake.put, { invalidates: ['workforce'], done: t('intake.saved') });
  return (
    <div className="wf-fields wf-end">
      <div className="wf-field">
        <label htmlFor={ids.limit}>{t('intake.limit')}</label>
        <AmountInput
          id={ids.limit}
          {...limit}
          value={value.monthlyLimit}
          onChange={(typed) => setValue({ ...value, monthlyLimit: typed ?? Number.NaN })}
        />
      </div>
      <div className="wf-field">
        <label htmlFor={ids.days}>{t('intake.days')}</label>
        <AmountInput
          id={ids.days}
          {...days}
          value={value.answerDays}
          onChange={(typed) => setValue({ ...value, answerDays: typed ?? Number.NaN })}
        />
      </div>
      <Checkbox
        checked={value.opinionsRequired}
        onChange={(event) => setValue({ ...value, opinionsRequired: event.target.checked })}
      >
        {t('intake.opinions')}
      </Checkbox>
      <WhyNotButton
        whyNot={isSound ? undefined : t('amounts.unsound')}
        loading={save.isPending}
        onClick={() => save.mutate(value)}
      >
        {t('intake.save')}
      </WhyNotButton>
    </div>
  );
}
