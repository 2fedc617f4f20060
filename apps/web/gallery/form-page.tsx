import {
  CheckField,
  ChoiceField,
  DayField,
  FormSection,
  LongTextField,
  MoneyField,
  NumberField,
  OperationForm,
  PageHeader,
  ProblemError,
  SelectField,
  TextField,
  useOperationForm,
} from '@dualtrack/ui';

type Values = {
  title: string;
  programme: string;
  seats: number | null;
  pay: number | null;
  start: string;
  mode: string;
  note: string;
  insured: boolean;
};

const initial: Values = {
  title: '',
  programme: '',
  seats: 36,
  pay: 200000,
  start: '2026-03-02',
  mode: 'class',
  note: '',
  insured: false,
};

async function refuse(): Promise<never> {
  throw new ProblemError({
    status: 422,
    code: 'input.invalid',
    title: '',
    params: {},
    errors: [
      { pointer: '/title', code: 'input.too-small', params: { origin: 'string', minimum: 4 } },
      { pointer: '/pay', code: 'input.too-small', params: { origin: 'number', minimum: 2150 } },
      { pointer: '/programme', code: 'input.invalid-format', params: { format: 'uuid' } },
    ],
  });
}

/** A form; sending it shows how errors come back. */
export function FormPage() {
  const form = useOperationForm({
    name: 'gallery.form',
    initial,
    write: refuse,
    toInput: (values) => values,
    keepsDraft: false,
  });
  const programmes = ['机电一体化技术', '应用化工技术', '工业过程自动化技术'].map((label) => ({
    value: label,
    label,
  }));
  const modes = [
    { value: 'class', label: '整班' },
    { value: 'group', label: '小组' },
  ];
  return (
    <>
      <PageHeader title="新建订单" crumbs={[{ label: '人才需求', to: '/board' }]} />
      <OperationForm form={form} submitLabel="保存订单">
        <FormSection title="岗位与人数" note="人数来自人才缺口，可以修改。">
          <TextField form={form} name="title" label="订单名称" isRequired hint="例如：2026 级机电订单班" />
          <SelectField form={form} name="programme" label="专业" choices={programmes} isRequired />
          <NumberField form={form} name="seats" label="人数" unit="人" isRequired />
          <DayField form={form} name="start" label="开班日期" isRequired />
        </FormSection>
        <FormSection title="待遇">
          <MoneyField
            form={form}
            name="pay"
            label="实习津贴（每月）"
            isRequired
            hint="不低于本岗位试用期工资的 80%。"
          />
          <ChoiceField form={form} name="mode" label="编班方式" choices={modes} isRequired />
          <LongTextField form={form} name="note" label="说明" />
          <CheckField form={form} name="insured" label="企业为每名学生投保实习责任险" />
        </FormSection>
      </OperationForm>
    </>
  );
}
