import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { fromRecorded, lawOf } from '../laws.ts';
import { isWithheld, whyNotRecord } from '../record-fact.ts';
import type { LookedAt, RecordedFact } from '../shapes.ts';
import { hasForm } from './fact-forms.ts';
import { factView } from './read-facts.ts';
import type { ComplianceTables } from './tables.ts';
import { factHead, ruleHead, ruleOf, textsOfRule } from './texts.ts';
import { waysOut } from './ways-out.ts';

const operation = operationsOn<ComplianceTables>();
type Context = OperationContext<ComplianceTables, never>;

export const getVerdict = operation(contract.verdict, async (ctx, input) => {
  const row = await ctx.db
    .selectFrom('verdict as v')
    .innerJoin('verdictRun as r', (join) =>
      join
        .onRef('r.tenantId', '=', 'v.tenantId')
        .onRef('r.classId', '=', 'v.classId')
        .on('r.isLatest', '=', true),
    )
    .innerJoin('complianceClass as c', (join) =>
      join.onRef('c.tenantId', '=', 'r.tenantId').onRef('c.classId', '=', 'r.classId'),
    )
    .innerJoin('compliancePlacement as p', (join) =>
      join.onRef('p.tenantId', '=', 'v.tenantId').onRef('p.placementId', '=', 'v.placementId'),
    )
    .select(['v.detail', 'v.outcome', 'v.isBlocking', 'v.since', 'r.at', 'r.onDay', 'r.pack'])
    .select(['c.name as className', 'p.studentName', 'p.jurisdiction'])
    .where('r.classId', '=', input.classId)
    .where('v.placementId', '=', input.placementId)
    .where('v.rule', '=', input.rule)
    .executeTakeFirst();
  if (row === undefined || row.outcome === 'not-applicable') throw notFound('verdict');
  ctx.audit(input.placementId, { rule: input.rule });
  const { detail, jurisdiction: country } = row;
  const texts = textsOfRule(input.rule, ctx.locale);
  const known = await factsAt(ctx, input, row.at);
  const names = [...detail.looked, ...Object.keys(detail.facts), ...(detail.withheld ?? [])];
  const rule = ruleOf(input.rule);
  const waivableBy = rule?.waivableBy ?? 'nobody';
  return {
    ...ruleHead(input.rule, ctx.locale),
    classId: input.classId,
    className: row.className,
    placementId: input.placementId,
    studentName: row.studentName,
    outcome: row.outcome,
    isBlocking: row.isBlocking,
    says: texts.rules[input.rule]?.says ?? '',
    subject: rule?.subject ?? 'any',
    verified: rule?.provenance.verified ?? false,
    evidence: texts.evidence?.[input.rule] ?? rule?.provenance.evidence ?? '',
    because: detail.because.map((code) => ({ code, says: texts.reasons[code] ?? code })),
    exception:
      detail.exception === undefined ? null : (texts.exceptions[detail.exception] ?? detail.exception),
    facts: names.map((name) =>
      lookedAt(ctx, { name, country }, detail.facts[name] ?? known.get(name)?.value, known),
    ),
    missing: missingOf(ctx, detail.missing),
    waysOut:
      row.outcome === 'breached'
        ? waysOut(input.rule, { ...seen(known), ...detail.facts }, row.onDay, ctx.locale)
        : [],
    remedy: texts.rules[input.rule]?.remedy ?? '',
    waivableBy,
    waivableBySays: texts.waivableBy[waivableBy] ?? waivableBy,
    since: row.since,
    onDay: row.onDay,
    checkedAt: row.at.toISOString(),
    pack: row.pack,
  };
});

/** Values that the caller may see. */
function seen(known: ReadonlyMap<string, RecordedFact>): Record<string, unknown> {
  const open = [...known].filter(([, one]) => !one.isWithheld);
  return Object.fromEntries(open.map(([name, { value }]) => [name, value]));
}

/** The facts that held when the check was made, by name; a placement's own go before those of the class. */
async function factsAt(ctx: Context, of: { classId: string; placementId: string }, at: Date) {
  const rows = await ctx.db
    .selectFrom('fact')
    .selectAll()
    .where('classId', '=', of.classId)
    .where((eb) => eb.or([eb('placementId', 'is', null), eb('placementId', '=', of.placementId)]))
    .where('recordedAt', '<=', at)
    .where((eb) => eb.or([eb('replacedAt', 'is', null), eb('replacedAt', '>', at)]))
    .execute();
  const known = new Map<string, RecordedFact>();
  for (const row of rows) {
    if (row.placementId !== null || !known.has(row.name)) known.set(row.name, factView(ctx, row, null));
  }
  return known;
}

function lookedAt(
  ctx: Context,
  { name, country }: { name: string; country: string },
  value: unknown,
  known: ReadonlyMap<string, RecordedFact>,
): LookedAt {
  const record = known.get(name);
  const { isSensitive, ...head } = factHead(name, ctx.locale);
  const withheld = isWithheld(name, ctx.actor.kind, isSensitive);
  return {
    ...head,
    value: withheld ? null : (value ?? null),
    isWithheld: withheld,
    origin: record !== undefined ? 'recorded' : originOf(name, country, known),
    record: record ?? null,
  };
}

/** Where a fact comes from that nobody has recorded by its name. */
function originOf(
  name: string,
  country: string,
  known: ReadonlyMap<string, RecordedFact>,
): LookedAt['origin'] {
  if (name.startsWith('policy.')) return 'setting';
  const law = lawOf(country);
  const values = Object.fromEntries([...known].map(([one, { value }]) => [one, value]));
  const read = law === undefined ? {} : fromRecorded(law.joined, values);
  return Object.hasOwn(read, name) ? 'read' : 'counted';
}

/** Facts that nobody has recorded; a missing part of a fact counts as the fact. */
function missingOf(ctx: Context, missing: readonly string[]) {
  const names = new Set(missing.map((name) => name.split('/')[0] ?? name));
  return [...names].map((name) => ({
    name,
    label: factHead(name, ctx.locale).label,
    whyNot: whyNotRecord({ name, source: null }, ctx.actor.role) ?? (hasForm(name) ? null : 'fact.no-form'),
  }));
}
