import { useOperation, usePhrases, useSession, useWrite, WhyNotButton } from '@dualtrack/ui';
import { Select } from 'antd';
import { useId, useState } from 'react';
import { workforce } from '../client.ts';
import '../workforce.css';

/** Who speaks as the president, and for the office the choice of that person among its own. */
export function PresidentField() {
  const t = usePhrases('workforce');
  const id = useId();
  const { membership } = useSession();
  const found = useOperation('workforce.president', workforce.president.get, undefined);
  const name = useWrite(workforce.president.name, { invalidates: ['workforce'], done: t('president.named') });
  const [chosen, setChosen] = useState<string>();
  if (found.data === undefined) return null;
  const { named, candidates } = found.data;
  const personId = chosen ?? named?.personId;
  if (membership.role !== 'school-office')
    return (
      <p className="dt-quiet">
        {named === null ? t('president.none') : t('president.is', { name: named.name })}
      </p>
    );
  return (
    <div className="wf-fields wf-end">
      <div className="wf-field">
        <label htmlFor={id}>{t('president.label')}</label>
        <Select
          id={id}
          placeholder={t('president.none')}
          {...(personId === undefined ? {} : { value: personId })}
          onChange={setChosen}
          options={candidates.map((one) => ({
            value: one.personId,
            label: one.title === '' ? one.name : `${one.name}（${one.title}）`,
          }))}
        />
      </div>
      <WhyNotButton
        whyNot={personId === undefined || personId === named?.personId ? t('president.choose') : undefined}
        loading={name.isPending}
        onClick={() => {
          if (personId !== undefined) name.mutate({ personId });
        }}
      >
        {t('president.name')}
      </WhyNotButton>
    </div>
  );
}
