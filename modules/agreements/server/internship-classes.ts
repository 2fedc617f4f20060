import { organisationNames } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { type OperationContext, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type Side, sideOfRole } from '../agreement.ts';
import {
  internshipsContract as contract,
  type InternshipClassRow,
  type InternshipClassView,
} from '../contract/internships.ts';
import { sharedAnswers, usualAnswers, variablesNamed } from '../internship.ts';
import { type GivenValues, sentAnswers } from '../template-values.ts';
import { standardTemplates } from '../templates/standard.ts';
import { withoutGuardian } from './internship-guardian.ts';
import { type InternshipAgreement, internshipAgreements, madeView, wordingOf } from './internship-rows.ts';
import { type InternshipClass, internshipSource } from './internship-source.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';
import { sourceOf } from './template-source.ts';

const operation = operationsOn<AgreementsTables>();
type Context = OperationContext<AgreementsTables>;

/** Classes of the own home; an enterprise knows of those that have agreements with it. */
export async function classesIn<Tables>(context: TransactionContext<Tables>): Promise<InternshipClass[]> {
  // The same connection; the source reads with tables of its own.
  return internshipSource().classes(context as unknown as TransactionContext<never>);
}

type Head = Pick<InternshipClassRow, 'classId' | 'name'> & {
  home: string;
  enterpriseId: string;
  placements: number;
};

/** Declined agreements stay on record and are made anew. */
export const isStanding = (row: Pick<InternshipAgreement, 'state'>) => row.state !== 'declined';

async function headsOf(ctx: Context, rows: readonly InternshipAgreement[]): Promise<Head[]> {
  const known =
    ctx.actor.kind === 'school'
      ? (await classesIn(ctx)).map((one): Head => ({ ...one, home: ctx.tenant }))
      : [];
  const more = new Map<string, Head>();
  for (const row of rows) {
    if (known.some((one) => one.classId === row.classId)) continue;
    const before = more.get(row.classId)?.placements ?? 0;
    const { classId, className: name, tenantId: home, enterpriseId } = row;
    more.set(classId, { ...{ classId, name, home, enterpriseId }, placements: before + 1 });
  }
  return [...known, ...more.values()];
}

async function namesOf(ctx: Context, heads: readonly Head[]) {
  const names = await organisationNames(
    ctx,
    heads.flatMap((one) => [one.home, one.enterpriseId]),
  );
  return (head: Head) => ({
    ...{ classId: head.classId, name: head.name },
    ...{ school: names.get(head.home)?.name ?? '', schoolEn: names.get(head.home)?.nameEn ?? '' },
    enterprise: names.get(head.enterpriseId)?.name ?? '',
    enterpriseEn: names.get(head.enterpriseId)?.nameEn ?? '',
  });
}

export const listInternshipClasses = operation(contract.classes, async (ctx) => {
  const rows = (await internshipAgreements(ctx)).filter(isStanding);
  const heads = await headsOf(ctx, rows);
  const nameOf = await namesOf(ctx, heads);
  const wording = await wordingOf(
    ctx,
    rows.map((row) => row.id),
  );
  const items: InternshipClassRow[] = [];
  for (const head of heads) {
    const own = rows.filter((row) => row.classId === head.classId);
    const confirmed = (side: Side) => own.filter((row) => wording(row.id)[side]).length;
    const inState = (state: string) => own.filter((row) => row.state === state).length;
    items.push({
      ...nameOf(head),
      ...{ placements: head.placements, made: own.length },
      incomplete: inState('negotiating'),
      confirmed: { school: confirmed('school'), enterprise: confirmed('enterprise') },
      ...{ signing: inState('signing'), inForce: inState('in-force') },
    });
  }
  return { items };
});

/** What was said for the class the last time; else what the class itself knows. */
async function knownAnswers(
  ctx: Context,
  rows: readonly InternshipAgreement[],
  source: InternshipClass | undefined,
): Promise<GivenValues> {
  const [newest] = rows;
  const from: GivenValues = {
    ...usualAnswers,
    ...(source === undefined ? {} : { teacher: source.teacherName, mentor: source.mentorName }),
  };
  const given: GivenValues = newest === undefined ? from : (await sourceOf(ctx, newest.id)).given;
  const shared = sharedAnswers.map((name) => [name, given[name] ?? null] as const);
  return Object.fromEntries(shared.filter(([, value]) => value !== null));
}

/** The agreements of one class as an office sees them. @throws thing.not-found */
export async function classView(ctx: Context, classId: string): Promise<InternshipClassView> {
  const rows = (await internshipAgreements(ctx, { classId })).filter(isStanding);
  const isSchool = ctx.actor.kind === 'school';
  const source = isSchool ? (await classesIn(ctx)).find((one) => one.classId === classId) : undefined;
  const [head] = (await headsOf(ctx, rows)).filter((one) => one.classId === classId);
  if (head === undefined) throw notFound('order-class');
  const placements =
    source === undefined
      ? []
      : // The same connection; the source reads with tables of its own.
        await internshipSource().placements(ctx as unknown as TransactionContext<never>, classId);
  const wording = await wordingOf(
    ctx,
    rows.map((row) => row.id),
  );
  const reader = { side: sideOfRole(ctx.actor.role), name: ctx.actor.name };
  const out: InternshipClassView['rows'] = [];
  for (const row of rows) {
    const { placementId, studentName, postTitle, postTitleEn } = row;
    const agreement = await madeView(ctx, row, wording(row.id), reader);
    out.push({ placementId, studentName, postTitle, postTitleEn, agreement, lacksGuardian: false });
  }
  const open = placements.filter((one) => !out.some((made) => made.placementId === one.placementId));
  const lacking = await withoutGuardian(ctx, open);
  for (const one of open) {
    const { placementId, studentName, postTitle, postTitleEn } = one;
    const lacksGuardian = lacking.includes(one);
    out.push({ placementId, studentName, postTitle, postTitleEn, agreement: null, lacksGuardian });
  }
  const identity = await ownDb(ctx)
    .selectFrom('signingIdentity')
    .select('personId')
    .where('personId', '=', ctx.actor.personId)
    .executeTakeFirst();
  const nameOf = await namesOf(ctx, [head]);
  return {
    ...nameOf(head),
    questions: variablesNamed(standardTemplates.tripartite.variables, sharedAnswers),
    known: sentAnswers(await knownAnswers(ctx, rows, source)),
    rows: out.sort((left, right) => left.studentName.localeCompare(right.studentName, 'zh')),
    hasSigningIdentity: identity !== undefined,
  };
}

export const getInternshipClass = operation(contract.ofClass, (ctx, input) => classView(ctx, input.classId));
