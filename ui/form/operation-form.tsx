import { Button } from 'antd';
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useId, useRef } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeMoment } from '../language/write-day.ts';
import { Icon } from '../parts/icon.tsx';
import '../styles/form.css';
import type { FormValues } from './draft.ts';
import type { OperationFormState } from './use-operation-form.ts';

type OperationFormProps<Values extends FormValues> = {
  readonly form: OperationFormState<Values>;
  /** The verb on the button. */
  readonly submitLabel: string;
  /** A "cancel" link or other buttons behind the verb. */
  readonly others?: ReactNode;
  readonly children: ReactNode;
};

function Summary<Values extends FormValues>(props: { readonly form: OperationFormState<Values> }) {
  const t = usePhrases('ui');
  const { form } = props;
  if (form.summary.length === 0 && form.errorCount === 0) return null;
  return (
    <div className="dt-form-summary" role="alert">
      <Icon name="warning" />
      <div>
        {form.errorCount === 0 ? null : <p>{t('form.errors', { count: form.errorCount })}</p>}
        {form.summary.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {form.incident === undefined ? null : <p>{t('error.incident', { number: form.incident })}</p>}
      </div>
    </div>
  );
}

/** The frame of a form: the draft's note, what is wrong in all, the fields, the verb. Ctrl+Enter sends from any field. */
export function OperationForm<Values extends FormValues>(props: OperationFormProps<Values>) {
  const { form } = props;
  const t = usePhrases('ui');
  const { locale } = useLanguage();
  const own = useRef<HTMLFormElement>(null);
  const hadErrors = useRef(0);
  useEffect(() => {
    if (form.errorCount > 0 && hadErrors.current === 0) {
      own.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    hadErrors.current = form.errorCount;
  }, [form.errorCount]);
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    form.submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
  };
  return (
    <form ref={own} className="dt-form" noValidate onSubmit={send} onKeyDown={onKeyDown}>
      {form.draftAt === undefined ? null : (
        <p className="dt-form-draft">
          {t('form.draft', { time: writeMoment(locale, form.draftAt) })}
          <button type="button" className="dt-bare dt-chips-clear" onClick={form.discardDraft}>
            {t('form.discardDraft')}
          </button>
        </p>
      )}
      <Summary form={form} />
      {props.children}
      <div className="dt-form-foot">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {props.submitLabel}
        </Button>
        {props.others}
      </div>
    </form>
  );
}

/** A short section of a form with its heading. */
export function FormSection(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="dt-form-section" aria-labelledby={id}>
      <div className="dt-form-section-head">
        <h2 id={id}>{props.title}</h2>
        {props.note === undefined ? null : <p className="dt-quiet">{props.note}</p>}
      </div>
      <div className="dt-form-fields">{props.children}</div>
    </section>
  );
}
