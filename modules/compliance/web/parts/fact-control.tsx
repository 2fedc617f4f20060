import {
  type Choice,
  ChoiceField,
  DayField,
  LongTextField,
  ManySelectField,
  MoneyField,
  NumberField,
  type OperationFormState,
  SelectField,
  TextField,
  usePhrases,
} from '@dualtrack/ui';
import type { FactTypeShape } from '../../shapes.ts';
import type { FactValues } from './fact-input.ts';
import { useValueWord } from './use-value-word.ts';

type Props = { readonly form: OperationFormState<FactValues>; readonly type: FactTypeShape };

/** The field of one fact, by the form that the law gives it. */
export function FactControl({ form, type }: Props) {
  const t = usePhrases('compliance');
  const { kind, options, isWhole, least, most } = type.form;
  const choices = useChoices(options);
  const yesNo = useYesNo();
  const label = type.label;
  const required = { form, label, isRequired: true } as const;
  if (kind === 'flag') return <ChoiceField {...required} name="text" choices={yesNo} />;
  if (kind === 'day') return <DayField {...required} name="day" />;
  if (kind === 'money') return <MoneyField {...required} name="number" />;
  if (kind === 'choice') return <SelectField {...required} name="text" choices={choices} />;
  if (kind === 'choices') return <ManySelectField {...required} name="choices" choices={choices} />;
  if (kind === 'texts') return <LongTextField {...required} name="text" hint={t('fact.listHint')} />;
  if (kind === 'days') return <LongTextField {...required} name="text" hint={t('fact.daysHint')} />;
  if (kind === 'instant') return <TextField {...required} name="text" hint={t('fact.instantHint')} />;
  if (kind === 'number') {
    const limits = { ...(least === null ? {} : { min: least }), ...(most === null ? {} : { max: most }) };
    const hint = type.unit === null ? {} : { hint: t('fact.unit', { unit: type.unit }) };
    return <NumberField {...required} {...limits} {...hint} name="number" decimals={isWhole ? 0 : 2} />;
  }
  if (kind === 'declaration') return <Declaration form={form} type={type} />;
  return <TextField {...required} name="text" placeholder={kind === 'time' ? '08:30' : ''} />;
}

function useYesNo(): Choice[] {
  const t = usePhrases('compliance');
  return [
    { value: 'yes', label: t('value.yes') },
    { value: 'no', label: t('value.no') },
  ];
}

function useChoices(options: readonly string[]): Choice[] {
  const wordOf = useValueWord();
  return options.map((value) => ({ value, label: wordOf(value) ?? value }));
}

function Declaration({ form, type }: Props) {
  const t = usePhrases('compliance');
  return (
    <>
      <p>{type.label}</p>
      <ChoiceField form={form} name="holds" label={t('fact.holds')} choices={useYesNo()} isRequired />
      <TextField form={form} name="by" label={t('fact.declaredBy')} isRequired />
      <DayField form={form} name="day" label={t('fact.declaredOn')} isRequired />
      <LongTextField form={form} name="text" label={t('fact.evidence')} isRequired />
    </>
  );
}
