import { Input } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeNumber } from '../language/write-money.ts';
import { type AmountBounds, amountFault, amountOf } from './amount.ts';

type AmountInputProps = AmountBounds & {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-required'?: boolean;
  readonly value: number | null;
  /** What was typed: null when nothing was, NaN when it is no number. Bounds are told, never enforced. */
  readonly onChange: (value: number | null) => void;
  readonly prefix?: ReactNode;
  readonly unit?: ReactNode;
  readonly isWrong?: boolean;
  readonly disabled?: boolean;
  /** False where the sentence about a fault stands elsewhere. */
  readonly showsFault?: boolean;
};

/** The sentence about a number that cannot stand; undefined when it can. */
export function useAmountFault(value: number | null, bounds: AmountBounds): string | undefined {
  const t = usePhrases('ui');
  const { locale } = useLanguage();
  const fault = amountFault(value, bounds);
  if (fault === undefined) return undefined;
  const { min = 0, max = 0, decimals = 0 } = bounds;
  const ends = { min: writeNumber(locale, min, decimals), max: writeNumber(locale, max, decimals) };
  if (fault === 'range') return t('amount.range', ends);
  if (fault === 'least') return t('amount.least', ends);
  return fault === 'number' ? t('amount.number') : t('amount.decimals', { decimals });
}

/** A number as a person types or pastes it. What was typed stays as it is; what cannot stand is said below. */
export function AmountInput(props: AmountInputProps) {
  const { value, onChange, min, max, decimals, unit, prefix, isWrong = false, showsFault = true } = props;
  const id = useId();
  const [text, setText] = useState(value === null || Number.isNaN(value) ? '' : String(value));
  const bounds: AmountBounds = {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(decimals === undefined ? {} : { decimals }),
  };
  const fault = useAmountFault(value, bounds);
  // A value from outside takes the place of what was typed; one's own typing is kept letter by letter.
  const shown = Object.is(amountOf(text), value) ? text : value === null ? '' : String(value);
  const says = showsFault && fault !== undefined;
  return (
    <>
      <Input
        id={props.id}
        className="dt-amount"
        inputMode={min !== undefined && min < 0 ? 'text' : 'decimal'}
        autoComplete="off"
        aria-label={props['aria-label']}
        aria-required={props['aria-required']}
        aria-invalid={isWrong || fault !== undefined}
        aria-describedby={says ? id : props['aria-describedby']}
        status={isWrong || fault !== undefined ? 'error' : ''}
        value={shown}
        prefix={prefix}
        suffix={unit}
        disabled={props.disabled}
        onChange={(event) => {
          setText(event.target.value);
          onChange(amountOf(event.target.value));
        }}
      />
      {says ? (
        <span id={id} className="dt-error dt-small" role="alert">
          {fault}
        </span>
      ) : null}
    </>
  );
}
