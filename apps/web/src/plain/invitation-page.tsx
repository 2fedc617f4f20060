import { ErrorState, PageLink, useNameOf, usePathParam, usePhrases } from '@dualtrack/ui/plain';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Invitation, sessionApi } from '../session/session-api.ts';
import { PasswordForm } from './password-form.tsx';
import { PlainField } from './plain-field.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { useAttempt } from './use-attempt.ts';

type AcceptFormProps = {
  readonly token: string;
  readonly invitation: Invitation;
  readonly onDone: () => void;
};

function AcceptForm(props: AcceptFormProps) {
  const t = usePhrases('shell');
  const attempt = useAttempt();
  const { address } = props.invitation;
  const [name, setName] = useState(props.invitation.name);
  const [isChecked, setChecked] = useState(false);
  const isMissing = name.trim() === '';
  const accept = (password: string) =>
    void attempt.run(async () => {
      await sessionApi.accept(props.token, { name: name.trim(), password });
      props.onDone();
    });
  return (
    <PasswordForm
      attempt={attempt}
      submitLabel={t('invitation.submit')}
      hint={t('invitation.passwordHint', { address })}
      isReady={!isMissing}
      onChecked={() => setChecked(true)}
      onSubmit={accept}
    >
      <PlainField
        label={t('invitation.name')}
        value={name}
        onText={setName}
        error={isChecked && isMissing ? t('invitation.missingName') : attempt.errorAt('/name')}
        autoComplete="name"
        maxLength={200}
      />
    </PasswordForm>
  );
}

/** Accepting an invitation: who invites, as what, one's name and a password. */
export function InvitationPage() {
  const t = usePhrases('shell');
  const nameOf = useNameOf();
  const token = usePathParam('token');
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => sessionApi.invitation(token),
    retry: false,
  });
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
  const { data } = invitation;
  return (
    <PlainFrame title={t('invitation.title')}>
      {invitation.isError ? <ErrorState error={invitation.error} /> : null}
      {data === undefined ? null : (
        <>
          <p>
            {t('invitation.explain', {
              organisation: nameOf(data.organisation),
              role: t(`role.${data.role}`),
              address: data.address,
            })}
          </p>
          <AcceptForm token={token} invitation={data} onDone={() => setDone(true)} />
        </>
      )}
    </PlainFrame>
  );
}
