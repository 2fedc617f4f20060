import { type FieldProps, FormField, type FormValues } from '@dualtrack/ui';
import { useId } from 'react';

type SuggestFieldProps<Values extends FormValues> = FieldProps<Values, string> & {
  readonly suggestions: readonly { readonly value: string; readonly label: string }[];
  readonly maxLength?: number;
};

/** A line of words for which the browser suggests what is known; anything else may be typed too. */
export function SuggestField<Values extends FormValues>(props: SuggestFieldProps<Values>) {
  const { form, name } = props;
  const list = useId();
  const error = form.errorOf(name);
  return (
    <FormField
      label={props.label}
      hint={props.hint}
      error={error}
      isRequired={props.isRequired}
      control={(tied) => (
        <>
          <input
            {...tied}
            className="dt-input"
            list={list}
            value={String(form.values[name] ?? '')}
            maxLength={props.maxLength}
            autoComplete="off"
            // A computed key widens; the name is that of a text field of this form.
            onChange={(event) => form.change({ [name]: event.target.value } as unknown as Partial<Values>)}
          />
          <datalist id={list}>
            {props.suggestions.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </datalist>
        </>
      )}
    />
  );
}
