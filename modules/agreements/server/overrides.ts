import { askToSetAside, moveOverride } from '@dualtrack/compliance/server';
import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { overridesContract as contract } from '../contract/overrides.ts';
import { judgeAgreement } from './agreement-law.ts';
import { lockAgreement } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';

const operation = operationsOn<AgreementsTables>();
type Codes =
  | 'override.typed'
  | 'override.not-your-role'
  | 'override.not-in-state'
  | 'override.own-request'
  | 'override.words-changed'
  | 'override.too-late';
type Context = OperationContext<AgreementsTables, Codes>;
type Asked = { agreementId: string; clause: string; rule: string; digest: string };

export const askOverride = operation(contract.ask, (ctx, input) =>
  onFinding(ctx, input, 'ask', async (inner, { agreement, about, finding }) => {
    const section = await inner.db
      .selectFrom('agreementSection')
      .select(['title'])
      .where('agreementId', '=', agreement.id)
      .where('clause', '=', input.clause)
      .executeTakeFirstOrThrow();
    const subject = {
      ...{ enterpriseId: agreement.enterpriseId, agreementId: agreement.id, about, finding },
      ...{ agreementTitle: agreement.title, clauseTitle: section.title },
    };
    return askToSetAside(inner, subject, input.reason, ctx.actor);
  }),
);

export const decideOverride = operation(contract.decide, (ctx, input) =>
  onFinding(ctx, input, input.decision, (inner, { overrideId }) =>
    moveOverride(inner, overrideId, input.decision, ctx.actor, input.note),
  ),
);

export const withdrawOverride = operation(contract.withdraw, (ctx, input) =>
  onFinding(ctx, input, 'withdraw', (inner, { overrideId }) =>
    moveOverride(inner, overrideId, 'withdraw', ctx.actor),
  ),
);

/** The finding as it stands at this moment, with the agreement locked; refused when the words are others than were shown. */
async function onFinding(
  ctx: Context,
  { agreementId, clause, rule, digest }: Asked,
  action: 'ask' | 'grant' | 'refuse' | 'withdraw',
  work: (inner: Context, found: Found) => Promise<boolean>,
) {
  const home = await homeOf(ctx, 'agreement', agreementId);
  await ctx.inHome(home, async (inner) => {
    const agreement = await lockAgreement(inner, agreementId);
    if (agreement.state !== 'negotiating' && agreement.state !== 'confirmed')
      throw ctx.refuse('override.too-late');
    const { findings, about } = await judgeAgreement(inner, agreement, ctx.locale, ctx.actor);
    const finding = findings.find((one) => one.rule === rule && one.clause === clause);
    if (finding === undefined) throw ctx.refuse('override.words-changed');
    if (finding.digest === null) throw ctx.refuse('override.typed');
    if (finding.digest !== digest) throw ctx.refuse('override.words-changed');
    const reason = finding.abilities?.[action];
    if (reason !== null) throw ctx.refuse(whyNotOf(reason));
    const overrideId = finding.override?.id ?? '';
    if (!(await work(inner, { agreement, about, finding, overrideId }))) {
      throw ctx.refuse('override.not-in-state');
    }
  });
  ctx.audit(agreementId, { action: `override-${action}`, clause, rule, digest });
  return { ok: true as const };
}

type Found = {
  agreement: Awaited<ReturnType<typeof lockAgreement>>;
  overrideId: string;
} & Pick<Awaited<ReturnType<typeof judgeAgreement>>, 'about'> & {
    finding: Awaited<ReturnType<typeof judgeAgreement>>['findings'][number];
  };

const codes = ['override.typed', 'override.not-your-role', 'override.own-request'] as const;
const whyNotOf = (reason: string | undefined): Codes =>
  codes.find((one) => one === reason) ?? 'override.not-in-state';
