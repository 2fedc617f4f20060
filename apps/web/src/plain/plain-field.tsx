import { Icon, usePhrases } from '@dualtrack/ui/plain';
import { type InputHTMLAttributes, useId, useState } from 'react';

type PlainFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> & {
  readonly label: string;
  readonly hint?: string;
  readonly error: string | undefined;
  readonly onText: (text: string) => void;
};

/** A labelled line of text with its error in place; a password can be shown. */
export function PlainField({ label, hint, error, onText, type, ...rest }: PlainFieldProps) {
  const t = usePhrases('shell');
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = type === 'password';
  const described = error === undefined ? (hint === undefined ? undefined : `${id}-hint`) : `${id}-error`;
  return (
    <div className="dt-plain-field">
      <label htmlFor={id}>{label}</label>
      <span className="dt-plain-input">
        <input
          {...rest}
          id={id}
          className="dt-input"
          type={isPassword && isShown ? 'text' : (type ?? 'text')}
          aria-invalid={error !== undefined}
          aria-describedby={described}
          onChange={(event) => onText(event.target.value)}
        />
        {isPassword ? (
          <button
            type="button"
            className="dt-bare"
            aria-pressed={isShown}
            aria-label={isShown ? t('signIn.hidePassword') : t('signIn.showPassword')}
            onClick={() => setShown(!isShown)}
          >
            <Icon name="eye" />
          </button>
        ) : null}
      </span>
      {error !== undefined ? (
        <p id={`${id}-error`} className="dt-error">
          {error}
        </p>
      ) : hint !== undefined ? (
        <p id={`${id}-hint`} className="dt-quiet">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
