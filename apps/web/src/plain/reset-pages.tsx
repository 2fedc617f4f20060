import { PageLink, usePathParam, usePhrases } from '@dualtrack/ui/plain';
import { type SubmitEvent, useState } from 'react';
import { sessionApi } from '../session/session-api.ts';
import { PasswordForm } from './password-form.tsx';
import { PlainField } from './plain-field.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { useAttempt } from './use-attempt.ts';

function BackToSignIn() {
  const t = usePhrases('shell');
  return (
    <PageLink className="dt-plain-link" to="/sign-in">
      {t('reset.back')}
    </PageLink>
  );
}

/** Asking for a link to set a new password. The answer is the same whether there is such an account or not. */
export function AskResetPage() {
  const t = usePhrases('shell');
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const [isChecked, setChecked] = useState(false);
  const [isSent, setSent] = useState(false);
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '') return;
    void attempt.run(async () => {
      await sessionApi.askReset(name.trim());
      setSent(true);
    });
  };
  if (isSent) {
    return (
      <PlainFrame title={t('reset.sentTitle')}>
        <p role="status">{t('reset.sent')}</p>
        <BackToSignIn />
      </PlainFrame>
    );
  }
  const missing = isChecked && name.trim() === '' ? t('signIn.missingName') : undefined;
  return (
    <PlainFrame title={t('reset.title')}>
      <p>{t('reset.explain')}</p>
      <form className="dt-plain-form" noValidate onSubmit={onSubmit}>
        {attempt.sentence === undefined ? null : (
          <p className="dt-plain-problem" role="alert">
            {attempt.sentence}
          </p>
        )}
        <PlainField
          label={t('signIn.name')}
          value={name}
          onText={setName}
          error={missing ?? attempt.errorAt('/name')}
          autoComplete="username"
          maxLength={200}
        />
        <button type="submit" className="dt-button dt-button-primary" aria-disabled={attempt.isBusy}>
          {t('reset.submit')}
        </button>
        <BackToSignIn />
      </form>
    </PlainFrame>
  );
}

/** Setting a new password with the link from the mail. */
export function ResetPage() {
  const t = usePhrases('shell');
  const token = usePathParam('token');
  const attempt = useAttempt();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <PlainFrame title={t('reset.doneTitle')}>
        <p role="status">{t('reset.done')}</p>
        <BackToSignIn />
      </PlainFrame>
    );
  }
  const save = (password: string) =>
    void attempt.run(async () => {
      await sessionApi.reset(token, password);
      setDone(true);
    });
  return (
    <PlainFrame title={t('reset.title')}>
      <PasswordForm attempt={attempt} submitLabel={t('reset.save')} onSubmit={save} />
    </PlainFrame>
  );
}
