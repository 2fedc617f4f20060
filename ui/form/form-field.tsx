import { type ReactNode, useId } from 'react';
import { usePhrases } from '../language/use-phrases.ts';
import '../styles/form.css';
import type { FormValues } from './draft.ts';
import type { OperationFormState } from './use-operation-form.ts';

/** The names of the fields that hold a kind of value. */
export type FieldName<Values, Kind> = {
  [K in keyof Values & string]: Values[K] extends Kind ? K : never;
}[keyof Values & string];

/** What every field has. */
export type FieldProps<Values extends FormValues, Kind> = {
  readonly form: OperationFormState<Values>;
  readonly name: FieldName<Values, Kind>;
  readonly label: string;
  /** One line that helps to fill it in; also the place of an example. */
  readonly hint?: ReactNode;
  readonly isRequired?: boolean;
  /** Verdicts or anything else beside the field. */
  readonly beside?: ReactNode;
};

/** What a control needs to be tied to its label, hint and error. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-required': boolean;
};

type FormFieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly beside?: ReactNode;
  readonly control: (props: ControlProps) => ReactNode;
};

/** Label, control, hint and error of one field, tied together for screen readers. For controls of one's own. */
export function FormField(props: FormFieldProps) {
  const t = usePhrases('ui');
  const id = useId();
  const { hint, error } = props;
  const described = [error === undefined ? '' : `${id}-error`, hint === undefined ? '' : `${id}-hint`]
    .filter((text) => text !== '')
    .join(' ');
  return (
    <div className="dt-field">
      <label htmlFor={id}>
        {props.label}
        {props.isRequired ? null : <span className="dt-quiet dt-small"> ({t('form.optional')})</span>}
      </label>
      <div className="dt-field-control">
        {props.control({
          id,
          'aria-invalid': error !== undefined,
          'aria-describedby': described === '' ? undefined : described,
          'aria-required': props.isRequired ?? false,
        })}
        {props.beside}
      </div>
      {error === undefined ? null : (
        <p id={`${id}-error`} className="dt-error dt-small">
          {error}
        </p>
      )}
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="dt-quiet dt-small">
          {hint}
        </p>
      )}
    </div>
  );
}
