import { ownAddress, PageLink, useAddressQuery, useGo, usePhrases } from '@dualtrack/ui/plain';
import { useQueryClient } from '@tanstack/react-query';
import { type SubmitEvent, useState } from 'react';
import { sessionApi } from '../session/session-api.ts';
import { renewSession } from '../session/session-query.ts';
import { ExampleSignIns } from './example-sign-ins.tsx';
import { PlainField } from './plain-field.tsx';
import { PlainFrame } from './plain-frame.tsx';
import { useAttempt } from './use-attempt.ts';

/** Signing in by name and password, or as one of the example's people; then on to where one was going. */
export function SignInPage() {
  const t = usePhrases('shell');
  const tFound = usePhrases('verification');
  const queries = useQueryClient();
  const [query] = useAddressQuery();
  const go = useGo();
  const attempt = useAttempt();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const signIn = (input: { name: string; password: string }) =>
    attempt.run(async () => {
      await sessionApi.signIn(input);
      await renewSession(queries);
      go(ownAddress(query.to ?? '/'), { replaces: true });
    });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() !== '' && password !== '') void signIn({ name: name.trim(), password });
  };
  const missing = (text: string, sentence: string) =>
    isChecked && text.trim() === '' ? sentence : undefined;
  return (
    <PlainFrame title={t('signIn.title')} beside={<ExampleSignIns onChoose={(one) => void signIn(one)} />}>
      {query.again === '1' && attempt.sentence === undefined ? (
        <p className="dt-plain-note">{t('signIn.again')}</p>
      ) : null}
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
          error={missing(name, t('signIn.missingName')) ?? attempt.errorAt('/name')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
        />
        <PlainField
          label={t('signIn.password')}
          type="password"
          value={password}
          onText={setPassword}
          error={missing(password, t('signIn.missingPassword')) ?? attempt.errorAt('/password')}
          autoComplete="current-password"
          maxLength={200}
        />
        <button type="submit" className="dt-button dt-button-primary" aria-disabled={attempt.isBusy}>
          {t('signIn.submit')}
        </button>
        <PageLink className="dt-plain-link" to="/reset">
          {t('signIn.forgot')}
        </PageLink>
      </form>
      <PageLink className="dt-plain-link" to="/verify">
        {tFound('open.link')}
      </PageLink>
    </PlainFrame>
  );
}
