import {
  DayField,
  FormSection,
  ManySelectField,
  type OperationFormState,
  SelectField,
  TextField,
  useNameOf,
  usePhrases,
} from '@dualtrack/ui';

/** What a class is told beside its seats. */
export type ClassValues = {
  agreementId: string;
  name: string;
  startsOn: string;
  endsOn: string;
  applicationsFrom: string;
  applicationsUntil: string;
  teacherId: string;
  mentorName: string;
  majorCodes: readonly string[];
};

export const emptyClass: ClassValues = {
  agreementId: '',
  name: '',
  startsOn: '',
  endsOn: '',
  applicationsFrom: '',
  applicationsUntil: '',
  teacherId: '',
  mentorName: '',
  majorCodes: [],
};

/** The values as the contract takes them. */
export function classInput(values: ClassValues) {
  return {
    name: values.name,
    startsOn: values.startsOn,
    endsOn: values.endsOn,
    applicationsFrom: values.applicationsFrom === '' ? null : values.applicationsFrom,
    applicationsUntil: values.applicationsUntil === '' ? null : values.applicationsUntil,
    teacherId: values.teacherId === '' ? null : values.teacherId,
    mentorName: values.mentorName,
    majorCodes: [...values.majorCodes],
  };
}

type Options = {
  readonly teachers: readonly { readonly id: string; readonly name: string; readonly title: string }[];
  readonly majors: readonly { readonly majorCode: string; readonly name: string; readonly nameEn: string }[];
};

/** Name, time and people of a class; used when it is drafted and when it is changed. */
export function ClassFields(props: {
  readonly form: OperationFormState<ClassValues>;
  readonly options: Options;
}) {
  const t = usePhrases('order-classes');
  const nameOf = useNameOf();
  const { form, options } = props;
  return (
    <>
      <FormSection title={t('form.people')}>
        <TextField form={form} name="name" label={t('form.name')} maxLength={200} isRequired />
        <SelectField
          form={form}
          name="teacherId"
          label={t('form.teacher')}
          choices={options.teachers.map((one) => ({
            value: one.id,
            label: one.title === '' ? one.name : `${one.name} · ${one.title}`,
          }))}
        />
        <TextField form={form} name="mentorName" label={t('form.mentor')} maxLength={100} />
        <ManySelectField
          form={form}
          name="majorCodes"
          label={t('form.majors')}
          hint={t('form.majorsHint')}
          choices={options.majors.map((one) => ({
            value: one.majorCode,
            label: `${one.majorCode} ${nameOf(one)}`,
          }))}
        />
      </FormSection>
      <FormSection title={t('form.time')}>
        <DayField form={form} name="applicationsFrom" label={t('form.from')} hint={t('form.fromHint')} />
        <DayField form={form} name="applicationsUntil" label={t('form.until')} hint={t('form.untilHint')} />
        <DayField form={form} name="startsOn" label={t('form.startsOn')} isRequired />
        <DayField form={form} name="endsOn" label={t('form.endsOn')} isRequired />
      </FormSection>
    </>
  );
}

/** Sentences for what can be judged before sending. */
export function useClassCheck() {
  const t = usePhrases('order-classes');
  return (values: ClassValues): Partial<Record<keyof ClassValues, string>> => ({
    ...(values.name.trim() === '' ? { name: t('form.required') } : {}),
    ...(values.applicationsUntil !== '' && values.applicationsFrom > values.applicationsUntil
      ? { applicationsFrom: t('form.windowWrong') }
      : {}),
    ...(values.startsOn === '' ? { startsOn: t('form.required') } : {}),
    ...(values.endsOn === ''
      ? { endsOn: t('form.required') }
      : values.startsOn !== '' && values.endsOn <= values.startsOn
        ? { endsOn: t('form.spanWrong') }
        : {}),
  });
}
