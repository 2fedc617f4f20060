import { PageLink, usePathParam, usePhrases } from '@dualtrack/ui/plain';
import { useState } from 'react';
import { sessionApi } from '../session/session-api.ts';
import { PasswordForm } from './password-form.tsx';
import { PlainField } from './plain-field.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { useAttempt } from './use-attempt.ts';

/** Accepting an invitation: a name to sign in with and a password. */
export function InvitationPage() {
  const t = usePhrases('shell');
  const token = usePathParam('token');
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <PlainFrame title={t('invitation.doneTitle')}>
        <p role="status">{t('invitation.done')}</p>
        <PageLink className="dt-button dt-button-primary" to="/sign-in">
          {t('signIn.title')}
        </PageLink>
      </PlainFrame>
    );
  }
  const accept = (password: string) =>
    void attempt.run(async () => {
      await sessionApi.accept(token, { name: name.trim(), password });
      setDone(true);
    });
  return (
    <PlainFrame title={t('invitation.title')}>
      <p>{t('invitation.explain')}</p>
      <PasswordForm
        attempt={attempt}
        submitLabel={t('invitation.submit')}
        isReady={name.trim() !== ''}
        onSubmit={accept}
      >
        <PlainField
          label={t('signIn.name')}
          value={name}
          onText={setName}
          error={attempt.errorAt('/name')}
          autoComplete="username"
          maxLength={200}
        />
      </PasswordForm>
    </PlainFrame>
  );
}
