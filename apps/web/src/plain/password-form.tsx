import { usePhrases } from '@dualtrack/ui/plain';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { PlainField } from './plain-field.tsx';
import type { Attempt } from './use-attempt.ts';

/** The shortest password that is taken, in characters. The server holds the rule; this only says it sooner. */
const shortest = 10;

type PasswordFormProps = {
  readonly attempt: Attempt;
  readonly submitLabel: string;
  /** Fields above the password. */
  readonly children?: ReactNode;
  readonly isReady?: boolean;
  readonly hint?: string;
  /** Told when somebody pressed the button, so that fields above can say what they miss. */
  readonly onChecked?: () => void;
  readonly onSubmit: (password: string) => void;
};

/** Choosing a new password: one field that can be shown instead of two that must agree. */
export function PasswordForm(props: PasswordFormProps) {
  const t = usePhrases('shell');
  const { attempt } = props;
  const [password, setPassword] = useState('');
  const [isChecked, setChecked] = useState(false);
  const isShort = [...password].length < shortest;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setChecked(true);
    props.onChecked?.();
    if (!isShort && props.isReady !== false) props.onSubmit(password);
  };
  return (
    <form className="dt-plain-form" noValidate onSubmit={onSubmit}>
      {attempt.sentence === undefined ? null : (
        <p className="dt-plain-problem" role="alert">
          {attempt.sentence}
        </p>
      )}
      {props.children}
      <PlainField
        label={t('reset.newPassword')}
        type="password"
        value={password}
        onText={setPassword}
        hint={props.hint ?? t('reset.newPasswordHint')}
        error={isChecked && isShort ? t('reset.tooShort') : attempt.errorAt('/password')}
        autoComplete="new-password"
        maxLength={200}
      />
      <button type="submit" className="dt-button dt-button-primary" aria-disabled={attempt.isBusy}>
        {props.submitLabel}
      </button>
    </form>
  );
}
