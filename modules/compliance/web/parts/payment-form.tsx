import {
  DayField,
  ManySelectField,
  MoneyField,
  OperationForm,
  Panel,
  SelectField,
  TextField,
  today,
  useOperationForm,
  usePhrases,
} from '@dualtrack/ui';
import { type PaymentMethod, paymentMethods } from '../../payment.ts';
import type { ClassMatrix } from '../../shapes.ts';
import { compliance } from '../client.ts';

type Row = { readonly placementId: string; readonly studentName: string; readonly agreedPay: number | null };
type Values = {
  month: string;
  paidOn: string;
  method: string;
  students: readonly string[];
  amount: number | null;
  meals: number | null;
  lodging: number | null;
  accountHolder: string;
  payer: string;
  evidence: string;
};
const initial: Values = {
  ...{
    month: '',
    paidOn: '',
    method: 'bank-transfer',
    students: [],
    amount: null,
    meals: null,
    lodging: null,
  },
  ...{ accountHolder: '', payer: '', evidence: '' },
};

/** Records a month's pay of all students or of some: as agreed, or what it was instead. */
export function PaymentForm(props: { readonly matrix: ClassMatrix; readonly rows: readonly Row[] }) {
  const t = usePhrases('compliance');
  const ui = usePhrases('ui');
  const { matrix, rows } = props;
  const meant = (students: readonly string[]) =>
    students.length === 0 ? rows : rows.filter((row) => students.includes(row.placementId));
  const form = useOperationForm({
    name: `compliance.payments.${matrix.id}`,
    initial,
    write: compliance.payments.record,
    toInput: (values: Values) => ({
      classId: matrix.id,
      payments: meant(values.students).map(({ placementId, agreedPay }) => ({
        ...{ placementId, month: values.month, paidOn: values.paidOn, evidence: values.evidence },
        ...{
          amount: values.amount ?? agreedPay ?? 0,
          meals: values.meals ?? 0,
          lodging: values.lodging ?? 0,
        },
        ...{ method: methodOf(values.method), payer: values.payer, accountHolder: values.accountHolder },
      })),
    }),
    pointers: {
      ...{ month: '/payments/0/month', paidOn: '/payments/0/paidOn', amount: '/payments/0/amount' },
      evidence: '/payments/0/evidence',
    },
    check: (values) => ({
      ...(values.month === '' ? { month: ui('form.missing') } : {}),
      ...(values.amount === null && meant(values.students).some((row) => row.agreedPay === null)
        ? { amount: t('pay.noAgreed') }
        : {}),
    }),
    invalidates: ['compliance'],
    done: t('pay.saved'),
  });
  return (
    <Panel title={t('pay.add')}>
      <OperationForm form={form} submitLabel={t('pay.save')}>
        <SelectField form={form} name="month" label={t('pay.month')} isRequired choices={monthsOf(matrix)} />
        <ManySelectField
          form={form}
          name="students"
          label={t('filing.students')}
          choices={rows.map((row) => ({ value: row.placementId, label: row.studentName }))}
        />
        <MoneyField form={form} name="amount" label={t('pay.amount')} />
        <MoneyField form={form} name="meals" label={t('pay.meals')} />
        <MoneyField form={form} name="lodging" label={t('pay.lodging')} />
        <DayField form={form} name="paidOn" label={t('pay.paidOn')} isRequired />
        <SelectField
          form={form}
          name="method"
          label={t('pay.method')}
          isRequired
          choices={paymentMethods.map((value) => ({ value, label: t(`pay.method.${value}`) }))}
        />
        <TextField form={form} name="evidence" label={t('pay.evidence')} isRequired />
        <TextField form={form} name="accountHolder" label={t('pay.accountHolder')} />
        <TextField form={form} name="payer" label={t('pay.payer')} />
      </OperationForm>
    </Panel>
  );
}

const methodOf = (value: string): PaymentMethod => paymentMethods.find((one) => one === value) ?? 'other';

/** Months of the class that have begun, the latest first. */
function monthsOf({ startsOn, endsOn }: ClassMatrix) {
  const now = today().slice(0, 7);
  const last = endsOn === null || endsOn.slice(0, 7) > now ? now : endsOn.slice(0, 7);
  const months: string[] = [];
  let [year = 0, month = 1] = (startsOn ?? now).split('-').map(Number);
  for (let one = nameOf(year, month); one <= last; one = nameOf(year, month)) {
    months.push(one);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months.reverse().map((value) => ({ value, label: value }));
}

const nameOf = (year: number, month: number) => `${year}-${String(month).padStart(2, '0')}`;
