import { Checkbox, Input, Radio, Select } from 'antd';
import { useLanguage } from '../language/language-provider.tsx';
import { usePhrases } from '../language/use-phrases.ts';
import { writeDay } from '../language/write-day.ts';
import type { AmountBounds } from './amount.ts';
import { AmountInput, useAmountFault } from './amount-input.tsx';
import type { FormValues } from './draft.ts';
import { changeOne, type FieldShape, fieldShape } from './field-shape.ts';
import { type FieldProps, FormField } from './form-field.tsx';
import { namedList } from './named-list.tsx';

type TextFieldProps<Values extends FormValues> = FieldProps<Values, string> & {
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly isPassword?: boolean;
  readonly autoComplete?: string;
};

const outer = <Values extends FormValues, Kind>(props: FieldProps<Values, Kind>, shape: FieldShape) => ({
  label: props.label,
  hint: props.hint,
  beside: props.beside,
  isRequired: props.isRequired,
  error: shape.error,
});

/** One line of words. */
export function TextField<Values extends FormValues>(props: TextFieldProps<Values>) {
  const shape = fieldShape(props.form, props.name);
  const Control = props.isPassword ? Input.Password : Input;
  return (
    <FormField
      {...outer(props, shape)}
      control={(tied) => (
        <Control
          {...tied}
          value={String(shape.value ?? '')}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          autoComplete={props.autoComplete ?? 'off'}
          status={shape.error === undefined ? '' : 'error'}
          onChange={(event) => changeOne(props.form, props.name, event.target.value)}
        />
      )}
    />
  );
}

/** Some lines of words; grows while one writes. */
export function LongTextField<Values extends FormValues>(props: TextFieldProps<Values>) {
  const shape = fieldShape(props.form, props.name);
  return (
    <FormField
      {...outer(props, shape)}
      control={(tied) => (
        <Input.TextArea
          {...tied}
          value={String(shape.value ?? '')}
          maxLength={props.maxLength}
          placeholder={props.placeholder}
          autoSize={{ minRows: 3, maxRows: 12 }}
          status={shape.error === undefined ? '' : 'error'}
          onChange={(event) => changeOne(props.form, props.name, event.target.value)}
        />
      )}
    />
  );
}

type NumberFieldProps<Values extends FormValues> = FieldProps<Values, number | null> & {
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
};

/** A number with its unit; empty is null. What was typed is kept as typed, and said to be wrong where it is. */
export function NumberField<Values extends FormValues>(props: NumberFieldProps<Values>) {
  const shape = fieldShape(props.form, props.name);
  const { unit, form, name, label, hint, isRequired, beside, ...bounds } = props;
  return (
    <AmountField
      outer={outer(props, shape)}
      error={shape.error}
      value={typeof shape.value === 'number' ? shape.value : null}
      bounds={bounds}
      unit={unit}
      onChange={(value) => changeOne(form, name, value)}
    />
  );
}

/** Money in yuan on the screen, integer fen in the value; empty is null. */
export function MoneyField<Values extends FormValues>(props: FieldProps<Values, number | null>) {
  const shape = fieldShape(props.form, props.name);
  return (
    <AmountField
      outer={outer(props, shape)}
      error={shape.error}
      value={typeof shape.value === 'number' ? shape.value / 100 : null}
      bounds={yuan}
      prefix="¥"
      onChange={(value) => changeOne(props.form, props.name, value === null ? null : Math.round(value * 100))}
    />
  );
}

const yuan: AmountBounds = { min: 0, decimals: 2 };

function AmountField(props: {
  readonly outer: ReturnType<typeof outer>;
  readonly error: string | undefined;
  readonly value: number | null;
  readonly bounds: AmountBounds;
  readonly unit?: string | undefined;
  readonly prefix?: string;
  readonly onChange: (value: number | null) => void;
}) {
  const { value, bounds, unit, prefix, onChange } = props;
  const fault = useAmountFault(value, bounds);
  // What is typed is judged in the unit it is typed in; the server may count in another.
  const error = fault ?? props.error;
  return (
    <FormField
      {...props.outer}
      error={error}
      control={({ 'aria-invalid': _, ...tied }) => (
        <AmountInput
          {...tied}
          {...bounds}
          value={value}
          unit={unit}
          prefix={prefix}
          isWrong={error !== undefined}
          showsFault={false}
          onChange={onChange}
        />
      )}
    />
  );
}

/** A calendar day, `YYYY-MM-DD` or ''; the day is written out below with its weekday. */
export function DayField<Values extends FormValues>(
  props: FieldProps<Values, string> & { readonly min?: string; readonly max?: string },
) {
  const { locale } = useLanguage();
  const shape = fieldShape(props.form, props.name);
  const day = String(shape.value ?? '');
  const isWhole = /^[1-9]\d{3}-\d\d-\d\d$/.test(day);
  return (
    <FormField
      {...outer(props, shape)}
      hint={isWhole ? writeDay(locale, day) : props.hint}
      control={(tied) => (
        <input
          {...tied}
          type="date"
          className="dt-input dt-day-input"
          value={day}
          min={props.min}
          max={props.max}
          onChange={(event) => changeOne(props.form, props.name, event.target.value)}
        />
      )}
    />
  );
}

/** One thing to choose. */
export type Choice = { readonly value: string; readonly label: string; readonly disabled?: boolean };

/** One of many, in a list that can be searched. */
export function SelectField<Values extends FormValues>(
  props: FieldProps<Values, string> & { readonly choices: readonly Choice[] },
) {
  const t = usePhrases('ui');
  const shape = fieldShape(props.form, props.name);
  return (
    <FormField
      {...outer(props, shape)}
      control={(tied) => (
        <Select
          {...tied}
          popupRender={namedList(props.label)}
          value={shape.value === '' ? undefined : String(shape.value ?? '')}
          options={[...props.choices]}
          placeholder={t('form.choose')}
          showSearch={props.choices.length > 8 ? { optionFilterProp: 'label' } : false}
          allowClear={!props.isRequired}
          status={shape.error === undefined ? '' : 'error'}
          onChange={(value?: string) => changeOne(props.form, props.name, value ?? '')}
        />
      )}
    />
  );
}

/** Several of many. */
export function ManySelectField<Values extends FormValues>(
  props: FieldProps<Values, readonly string[]> & { readonly choices: readonly Choice[] },
) {
  const t = usePhrases('ui');
  const shape = fieldShape(props.form, props.name);
  return (
    <FormField
      {...outer(props, shape)}
      control={(tied) => (
        <Select
          {...tied}
          popupRender={namedList(props.label)}
          mode="multiple"
          value={Array.isArray(shape.value) ? shape.value : []}
          options={[...props.choices]}
          placeholder={t('form.choose')}
          showSearch={{ optionFilterProp: 'label' }}
          status={shape.error === undefined ? '' : 'error'}
          onChange={(value: string[]) => changeOne(props.form, props.name, value)}
        />
      )}
    />
  );
}

/** One of a few, all of them seen. */
export function ChoiceField<Values extends FormValues>(
  props: FieldProps<Values, string> & { readonly choices: readonly Choice[] },
) {
  const shape = fieldShape(props.form, props.name);
  return (
    <FormField
      {...outer(props, shape)}
      control={({ id, 'aria-describedby': described }) => (
        <Radio.Group
          id={id}
          aria-label={props.label}
          aria-describedby={described}
          value={shape.value}
          options={[...props.choices]}
          onChange={(event) => changeOne(props.form, props.name, String(event.target.value))}
        />
      )}
    />
  );
}

/** Yes or no, with the sentence that is agreed to. */
export function CheckField<Values extends FormValues>(props: FieldProps<Values, boolean>) {
  const shape = fieldShape(props.form, props.name);
  return (
    <div className="dt-field">
      <Checkbox
        checked={shape.value === true}
        onChange={(event) => changeOne(props.form, props.name, event.target.checked)}
      >
        {props.label}
      </Checkbox>
      {shape.error === undefined ? null : <p className="dt-error dt-small">{shape.error}</p>}
      {props.hint === undefined ? null : <p className="dt-quiet dt-small">{props.hint}</p>}
    </div>
  );
}
