import { fact, shape } from '@dualtrack/rules';
import { charges, day, dayOrNone, fen, textOrNone } from './forms.ts';

/** What a tripartite agreement must state. */
export const AGREEMENT_SECTIONS = [
  'parties',
  'time-place-content',
  'lodging-hours-leave',
  'pay',
  'labour-protection',
  'insurance-liability',
  'assessment',
  'breach',
  'other',
] as const;

/** Kinds of clauses that the rules look for in an agreement. */
export const CLAUSE_KINDS = [
  'ordinary',
  'deposit',
  'guarantee',
  'penalty-on-student',
  'property-demanded',
  'service-period',
  'liability-exclusion',
] as const;

const payment = () =>
  shape.object({
    basis: shape.oneOf(['headcount', 'hours', 'wage-share', 'other']),
    amount: fen(),
    purpose: shape.optional(shape.text()),
  });

const clause = () =>
  shape.object({
    id: shape.text(),
    kind: shape.oneOf(CLAUSE_KINDS),
    ruleFindings: shape.optional(shape.listOf(shape.text())),
  });

/** Facts about the plan, the agreement, and the money that follows from it. */
export const agreementFacts = {
  'plan.sections': fact(
    shape.listOf(shape.oneOf(['purpose', 'tasks', 'schedule', 'place', 'mentors', 'assessment', 'safety'])),
    'What the internship plan covers',
    { aliases: ['plan.sections[]'] },
  ),
  'plan.approvedBySchool': fact(shape.flag(), 'Whether the school has approved the plan'),
  'plan.approvedByHost': fact(shape.flag(), 'Whether the host has approved the plan'),
  'agreement.templateId': fact(textOrNone(), 'The model text the agreement was made from'),
  'agreement.signatures': fact(
    shape.listOf(shape.object({ role: shape.oneOf(['school', 'host', 'student', 'guardian']), at: day() })),
    'Who has signed, and when',
    { aliases: ['agreement.signatures[]', 'agreement.signatures[].role/at'] },
  ),
  'agreement.voided': fact(shape.flag(), 'Whether the agreement was voided'),
  'agreement.partyTypes': fact(
    shape.listOf(
      shape.oneOf([
        'school',
        'host',
        'student',
        'guardian',
        'hr-agency',
        'labour-dispatch',
        'labour-outsourcing',
        'agent',
      ]),
    ),
    'What the parties to the agreement are',
  ),
  'agreement.fields': fact(shape.listOf(shape.oneOf(AGREEMENT_SECTIONS)), 'Sections the agreement has', {
    aliases: ['agreement.fields.*', 'agreement.fields[]'],
  }),
  'agreement.clauses': fact(
    shape.listOf(clause()),
    'Clauses with their kind, and the rules that each was found to contradict',
    { aliases: ['agreement.clauses[]', 'agreement.clauses[].ruleFindings'] },
  ),
  'agreement.liabilitySplit': fact(textOrNone(), 'Who bears the loss that insurance does not cover'),
  'agreement.paymentsToSchool': fact(shape.listOf(payment()), 'Payments from host or agent to the school', {
    aliases: ['agreement.paymentsToSchool[]'],
  }),
  'agreement.perHeadFees': fact(fen(), 'What the school gets for each intern; 0 = nothing', { unit: 'fen' }),
  'agreement.pay': fact(shape.orNone(fen()), 'Agreed pay of the student; null = none agreed', {
    unit: 'fen a month',
  }),
  'agreement.fees': fact(charges(), 'Fees the agreement lays on the student', {
    unit: 'fen',
    aliases: ['agreement.fees[]'],
  }),
  'ledger.chargesToStudent': fact(charges(), 'What was in fact charged to the student', {
    unit: 'fen',
    aliases: ['ledger.chargesToStudent[]'],
  }),
  'payroll.payer': fact(
    shape.text(),
    'Name of the legal entity that runs the payroll; "host" for the host itself',
  ),
  'payroll.heldBackFromWage': fact(
    fen(),
    'Difference between the wage the host grants and what is agreed to reach the student',
    {
      unit: 'fen a month',
      aliases: ['payroll vs. agreed wage'],
    },
  ),
  'payment.method': fact(
    shape.oneOf(['bank-transfer', 'cash', 'goods', 'voucher', 'other']),
    'How pay was given; cash means against a receipt',
  ),
  'payment.payer': fact(shape.text(), 'Who paid: name of the legal entity, or "host"'),
  'payment.payeeAccountHolder': fact(shape.text(), 'Whose account was paid to: "student" or a name'),
  'payment.amount': fact(fen(), 'What was paid for a month', { unit: 'fen' }),
  'payment.dates': fact(shape.listOf(day()), 'Days on which pay was given', { aliases: ['payment.dates[]'] }),
  'payment.deductions': fact(charges(), 'What was taken off the pay; meals and lodging at cost are allowed', {
    unit: 'fen',
    aliases: ['payment.deductions[]'],
  }),
  'insurance.policyNo': fact(textOrNone(), 'Number of the liability policy', { aliases: ['insurance'] }),
  'insurance.type': fact(shape.oneOf(['internship-liability', 'accident', 'other']), 'Kind of policy'),
  'insurance.insureds': fact(
    shape.either(shape.flag(), shape.listOf(shape.text())),
    'Whether this student is insured under it, or the ids of all who are',
    { aliases: ['insurance.insureds[]'] },
  ),
  'insurance.from': fact(day(), 'First day of cover'),
  'insurance.to': fact(day(), 'Last day of cover'),
  'insurance.payer': fact(shape.oneOf(['school', 'host', 'treasury', 'student']), 'Who pays the premium'),
  'lodging.type': fact(
    shape.oneOf(['arranged', 'home', 'elsewhere']),
    'Where the student lives during the placement',
  ),
  'lodging.guardianConsent': fact(shape.flag(), 'Whether the guardian signed for living elsewhere'),
  'lodging.filedAt': fact(dayOrNone(), 'Day the school took note of it'),
};
