import {
  type Choice,
  DayField,
  FormField,
  LongTextField,
  OperationForm,
  type Procedure,
  SelectField,
  TextField,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { Button, InputNumber } from 'antd';
import { type ReactNode, useState } from 'react';
import '../innovation.css';

/** One field of a short form. Its value is a text; numbers are written as JSON numbers, money in yuan. */
export type QuickField = {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'text' | 'number' | 'hours' | 'money' | 'day' | 'choice';
  readonly choices?: readonly Choice[];
  readonly hint?: string;
  readonly unit?: string;
  readonly initial?: string;
  readonly isOptional?: boolean;
  readonly maxLength?: number;
};

type QuickFormProps<Input, Output> = {
  readonly name: string;
  readonly fields: readonly QuickField[];
  readonly write: Procedure<Input, Output>;
  readonly toInput: (values: Readonly<Record<string, string>>) => Input;
  readonly submitLabel: string;
  /** With it the form stands behind a button of this name until somebody needs it. */
  readonly foldedLabel?: string;
  /** A small button, where it stands in a row with others. */
  readonly isSmall?: boolean;
  readonly done?: string;
  readonly onDone?: (output: Output) => void;
  readonly children?: ReactNode;
};

/** Fen of an amount that was written in yuan. */
export const fenOf = (yuan: string | undefined) => Math.round(Number(yuan ?? 0) * 100);

/** A form of a few fields that belongs to a list: adds one thing. */
export function QuickForm<Input, Output>(props: QuickFormProps<Input, Output>) {
  const [isOpen, setOpen] = useState(props.foldedLabel === undefined);
  if (!isOpen)
    return (
      <div className="in-fold">
        <Button size={props.isSmall === true ? 'small' : 'middle'} onClick={() => setOpen(true)}>
          {props.foldedLabel}
        </Button>
      </div>
    );
  return <OpenForm {...props} onClose={() => setOpen(false)} />;
}

function OpenForm<Input, Output>(props: QuickFormProps<Input, Output> & { readonly onClose: () => void }) {
  const t = usePhrases('innovation');
  const { fields, foldedLabel, onClose } = props;
  const form = useOperationForm<Record<string, string>, Input, Output>({
    name: props.name,
    initial: Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ''])),
    write: props.write,
    toInput: props.toInput,
    check: (values) =>
      Object.fromEntries(
        fields.flatMap((field) =>
          field.isOptional || (values[field.name] ?? '').trim() !== ''
            ? []
            : [[field.name, t('form.required')]],
        ),
      ),
    invalidates: ['innovation'],
    keepsDraft: false,
    ...(props.done === undefined ? {} : { done: props.done }),
    onDone: (output) => {
      if (foldedLabel !== undefined) onClose();
      else form.change(Object.fromEntries(fields.map((field) => [field.name, field.initial ?? ''])));
      props.onDone?.(output);
    },
  });
  return (
    <div className="in-quick">
      <OperationForm form={form} submitLabel={props.submitLabel}>
        <div className="in-fields">
          {fields.map((field) => (
            <Field key={field.name} form={form} field={field} />
          ))}
        </div>
        {props.children}
        {foldedLabel === undefined ? null : (
          <div>
            <Button type="text" onClick={onClose}>
              {t('form.cancel')}
            </Button>
          </div>
        )}
      </OperationForm>
    </div>
  );
}

type Form = ReturnType<typeof useOperationForm<Record<string, string>, unknown, unknown>>;

function Field({ form, field }: { readonly form: Form; readonly field: QuickField }) {
  const { name, label, hint, kind } = field;
  const rest = { form, name, label, isRequired: field.isOptional !== true, ...(hint ? { hint } : {}) };
  if (kind === 'choice') return <SelectField {...rest} choices={field.choices ?? []} />;
  if (kind === 'day') return <DayField {...rest} />;
  const most = field.maxLength === undefined ? {} : { maxLength: field.maxLength };
  if (kind === 'text')
    return (
      <div className="in-wide">
        <LongTextField {...rest} {...most} />
      </div>
    );
  if (kind === 'line') return <TextField {...rest} {...most} />;
  const value = form.values[name] ?? '';
  return (
    <FormField
      label={label}
      hint={hint}
      isRequired={rest.isRequired}
      error={form.errorOf(name)}
      control={(tied) => (
        <InputNumber<number>
          {...tied}
          value={value === '' ? null : Number(value)}
          min={0}
          precision={kind === 'money' || field.unit === '%' ? 2 : kind === 'hours' ? 1 : 0}
          {...(kind === 'money' ? { prefix: '¥' } : { suffix: field.unit })}
          controls={false}
          onChange={(next) => form.change({ [name]: next === null ? '' : String(next) })}
        />
      )}
    />
  );
}
