import { operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { type GivenValues, sentAnswers, unanswered } from '../template-values.ts';
import { act, handOf } from './act.ts';
import { agreementView } from './agreement-view.ts';
import { putAnswers } from './internship-answers.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();

export const getAnswers = operation(contract.answers, async (ctx, input) => {
  // Also tells a caller from elsewhere that there is no such agreement.
  const { abilities } = await agreementView(ctx, input.agreementId);
  const { variables, given } = await sourceOf(ctx, input.agreementId);
  return { variables: [...variables], given: sentAnswers(given), whyNot: abilities.edit };
});

export const setAnswers = operation(contract.setAnswers, (ctx, input) =>
  act(ctx, input.agreementId, 'edit', async (inner, agreement) => {
    const { variables, given, kind } = await sourceOf(inner, agreement.id);
    const names = new Set(variables.map((one) => one.name));
    const own = Object.entries(input.given).filter(([name]) => names.has(name));
    const next: GivenValues = { ...given, ...Object.fromEntries(own) };
    const missing = unanswered(variables, next);
    // Of a student not everything is known when the agreement is made.
    if (kind !== 'tripartite' && missing.length > 0)
      throw ctx.refuse('agreement.unanswered', { names: missing.join(', ') });
    await putAnswers(inner, agreement, handOf(ctx), next);
  }),
);
