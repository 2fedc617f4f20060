/** How pay can be given, in the words of the law; goods and vouchers are recorded where they were given, not allowed. */
export const paymentMethods = ['bank-transfer', 'cash', 'goods', 'voucher', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** What was paid to one student for one month, in minor units. */
export type Payment = {
  /** `YYYY-MM` */
  month: string;
  amount: number;
  /** Kept for meals and lodging at cost. */
  meals: number;
  lodging: number;
  /** The placement began or ended within the month, so that less is due. */
  isPart: boolean;
  paidOn: string;
  method: PaymentMethod;
  /** Empty: the host itself. */
  payer: string;
  /** Empty: the student. */
  accountHolder: string;
};

const inMoney: readonly PaymentMethod[] = ['bank-transfer', 'cash'];

/**
 * What a student's payments say to the law, as facts: the least that was paid for a whole month, every day of payment,
 * and whatever was not money, not from the host or not to the student. One month that fell short stays in sight until
 * it is made good. Nothing is said of the amount while no whole month was paid.
 */
export function paymentFacts(payments: readonly Payment[]): Readonly<Record<string, unknown>> {
  if (payments.length === 0) return {};
  const whole = payments.filter((one) => !one.isPart);
  const least = whole.toSorted((one, other) => worth(one) - worth(other))[0];
  const sorted = payments.toSorted((one, other) => one.paidOn.localeCompare(other.paidOn));
  const method = sorted.find((one) => !inMoney.includes(one.method)) ?? sorted.at(-1);
  return {
    ...(least === undefined ? {} : { 'payment.amount': least.amount, 'payment.deductions': kept(least) }),
    'payment.dates': [...new Set(sorted.map((one) => one.paidOn))],
    'payment.method': method?.method,
    'payment.payer': sorted.find((one) => one.payer !== '')?.payer ?? 'host',
    'payment.payeeAccountHolder': sorted.find((one) => one.accountHolder !== '')?.accountHolder ?? 'student',
  };
}

const worth = ({ amount, meals, lodging }: Payment) => amount + meals + lodging;
const kept = ({ meals, lodging }: Payment) =>
  [
    { kind: 'meals', amount: meals },
    { kind: 'lodging', amount: lodging },
  ].filter((one) => one.amount > 0);

/** Whether a placement of these days has the whole of a month. */
export function isWholeMonth(month: string, startsOn: string | null, endsOn: string | null): boolean {
  return (startsOn ?? '') <= `${month}-01` && (endsOn ?? '9') >= lastDayOf(month);
}

/** Whether a month has a day of a placement at all. */
export function touchesMonth(month: string, startsOn: string | null, endsOn: string | null): boolean {
  return (startsOn ?? '') <= lastDayOf(month) && (endsOn ?? '9') >= `${month}-01`;
}

function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
