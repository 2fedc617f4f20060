import { Day, fieldSentence, problemOf, useLanguage, usePhrases, useWrite } from '@dualtrack/ui';
import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SigningView } from '../../contract/signing.ts';
import { agreements } from '../client.ts';

/** The last day of signing; an office moves it at any time, also after the first signature and once it has passed. */
export function SignDue(props: { readonly signing: SigningView; readonly mayMove: boolean }) {
  const { signing, mayMove } = props;
  const t = usePhrases('agreement-signing');
  const { catalogue } = useLanguage();
  const [day, setDay] = useState<string | null>(null);
  const save = useWrite(agreements.signing.setDue, {
    ...{ invalidates: ['agreements'], done: t('plan.did'), showsProblems: true },
    onDone: () => setDay(null),
  });
  const [error] = save.error ? problemOf(save.error).errors : [];
  if (day === null) {
    return (
      <span className="ag-sign-row">
        {signing.dueOn === null ? t('plan.noDue') : <Day day={signing.dueOn} />}
        {mayMove ? (
          <Button
            type="link"
            size="small"
            className="ag-due-move"
            onClick={() => setDay(signing.dueOn ?? '')}
          >
            {t('due.move')}
          </Button>
        ) : null}
      </span>
    );
  }
  const dueOn = day === '' ? null : day;
  return (
    <span className="ag-sign-row">
      <Input
        type="date"
        value={day}
        aria-label={t('plan.due')}
        className="ag-due"
        {...(error === undefined ? {} : { status: 'error' as const })}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button
        loading={save.isPending}
        onClick={() => save.mutate({ agreementId: signing.agreementId, dueOn })}
      >
        {t('due.save')}
      </Button>
      <Button type="text" onClick={() => setDay(null)}>
        {t('plan.cancel')}
      </Button>
      {error === undefined ? null : (
        <span className="dt-error" role="alert">
          {fieldSentence(catalogue, error)}
        </span>
      )}
    </span>
  );
}
