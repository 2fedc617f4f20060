import type { FieldValue, FormValues } from './draft.ts';
import type { OperationFormState } from './use-operation-form.ts';

/** What a control shows. */
export type FieldShape = { readonly value: FieldValue | undefined; readonly error: string | undefined };

/** The value and error of one field. */
export function fieldShape<Values extends FormValues>(
  form: OperationFormState<Values>,
  name: keyof Values & string,
): FieldShape {
  return { value: form.values[name], error: form.errorOf(name) };
}

/** Changes one field. The control's own type has already bound the name to fields of this kind of value. */
export function changeOne<Values extends FormValues>(
  form: OperationFormState<Values>,
  name: keyof Values & string,
  value: FieldValue,
): void {
  // A computed key widens to an index signature; `FieldName` on the caller holds name and value together.
  form.change({ [name]: value } as Partial<Values>);
}
