import { findStudents, isAnyIllustrative } from '@dualtrack/organisations/server';
import { notFound } from '@dualtrack/platform/errors';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, operationsOn, type TransactionContext } from '@dualtrack/platform/operation';
import { type LongRunHandler, startRun } from '@dualtrack/platform/runs';
import * as z from 'zod';
import { internshipsContract as contract } from '../contract/internships.ts';
import { givenValues, templateChoice } from '../contract/templates.ts';
import { isMinorOn, prefilledAnswers, sharedAnswers } from '../internship.ts';
import { usualTerms } from '../shapes.ts';
import { handOf } from './act.ts';
import { insertAgreement, publicParties } from './create-agreement.ts';
import { classesIn, isStanding } from './internship-classes.ts';
import { withoutGuardian } from './internship-guardian.ts';
import { internshipAgreements } from './internship-rows.ts';
import { type InternshipClass, type InternshipPlacement, internshipSource } from './internship-source.ts';
import { ownDb } from './own-db.ts';
import type { AgreementsTables } from './tables.ts';
import { chosenTemplate } from './template-read.ts';

const operation = operationsOn<AgreementsTables>();

const hand = z.object({
  personId: z.string().nullable(),
  name: z.string(),
  side: z.enum(['school', 'enterprise']).nullable(),
});
const runInput = z.object({
  classId: z.string(),
  placementIds: z.array(z.string()).optional(),
  given: givenValues,
  template: templateChoice,
  hand,
});

/** Placements of a class that stand and have no agreement yet; locked against a second making at the same time. */
async function openPlacements<Tables>(
  context: TransactionContext<Tables>,
  classId: string,
  only: readonly string[] | undefined,
): Promise<InternshipPlacement[]> {
  const made = (await internshipAgreements(context, { classId })).filter(isStanding);
  const taken = new Set(made.map((row) => row.placementId));
  // The same connection; the source reads with tables of its own.
  const all = await internshipSource().placements(context as unknown as TransactionContext<never>, classId);
  return all.filter((one) => !taken.has(one.placementId) && (only?.includes(one.placementId) ?? true));
}

export const makeInternships = operation(contract.make, async (ctx, input) => {
  const { classId, placementIds, given } = input;
  if (!(await classesIn(ctx)).some((one) => one.classId === classId)) throw notFound('order-class');
  const open = await openPlacements(ctx, classId, placementIds);
  if (open.length === 0) throw ctx.refuse('internship.nothing-to-make');
  const lacking = await withoutGuardian(ctx, open);
  if (lacking.length === open.length) {
    const names = lacking.map((one) => one.studentName).join('、');
    throw ctx.refuse('internship.guardian-missing', { names });
  }
  const template = input.template ?? { kind: 'tripartite' as const };
  if ((await chosenTemplate(ctx, template, 'school')).kind !== 'tripartite')
    throw ctx.refuse('internship.other-template');
  const named: readonly string[] = sharedAnswers;
  const shared = Object.entries(given).filter(([name, value]) => named.includes(name) && value !== null);
  const runId = await startRun(ctx, {
    kind: 'agreements.make-internships',
    input: {
      ...{ classId, template, given: Object.fromEntries(shared), hand: handOf(ctx) },
      ...(placementIds === undefined ? {} : { placementIds }),
    } satisfies z.infer<typeof runInput>,
    subjectId: classId,
    startedBy: ctx.actor.personId,
  });
  ctx.audit(classId, { action: 'make-internships' });
  return { runId };
});

/** One agreement a transaction: what was made before somebody cancels stays, and a second run makes only the rest. */
export const runMakeInternships: LongRunHandler = async (run) => {
  const input = runInput.parse(run.input);
  const home = run.scope.tenant;
  const open = await asSystem<AgreementsTables, InternshipPlacement[]>(run.kernel, home, (context) =>
    openPlacements(context, input.classId, input.placementIds),
  );
  let [made, lackGuardian] = [0, 0];
  for (const [index, placement] of open.entries()) {
    if (run.signal.aborted) break;
    run.progress(index, open.length);
    await asSystem<AgreementsTables, void>(run.kernel, home, async (context) => {
      const group = (await classesIn(context)).find((one) => one.classId === input.classId);
      if (group === undefined) return;
      const outcome = await makeOne(context, group, placement, input);
      if (outcome === 'made') made += 1;
      if (outcome === 'guardian-missing') lackGuardian += 1;
    });
  }
  run.progress(open.length, open.length);
  return { made, lackGuardian };
};

/** Makes the agreement of one placement, filled from student, class and placement. */
async function makeOne<Tables>(
  context: TransactionContext<Tables>,
  group: InternshipClass,
  placement: InternshipPlacement,
  order: z.infer<typeof runInput>,
): Promise<'made' | 'made-before' | 'guardian-missing'> {
  const { enterpriseId, classId } = group;
  const frame = await ownDb(context)
    .selectFrom('agreement')
    .select(['parties', 'variables'])
    .where('id', '=', group.agreementId)
    // Two runs at once: the second waits here and then finds the agreement made.
    .forUpdate()
    .executeTakeFirst();
  const stillOpen = await openPlacements(context, classId, [placement.placementId]);
  const [student] = await findStudents(context, [placement.studentId]);
  if (stillOpen.length === 0 || student === undefined) return 'made-before';
  if ((await withoutGuardian(context, stillOpen)).length > 0) return 'guardian-missing';
  const facts = {
    ...placement,
    ...{ student, teacherName: group.teacherName, mentorName: group.mentorName },
  };
  const parties = await publicParties(context, context.tenant, enterpriseId);
  const template = await chosenTemplate(context, order.template, 'school');
  const id = newId();
  const title = `${student.name}${template.title}`;
  await insertAgreement(
    context,
    {
      ...{ id, enterpriseId, orderId: null, order: null },
      number: `AG-${context.today.replaceAll('-', '')}-${id.slice(-6).toUpperCase()}`,
      ...{ title, titleEn: `${template.titleEn}: ${student.name}` },
      ...{ validFrom: placement.startsOn, validTo: placement.endsOn },
      parties: parties.map((party) => ({
        ...party,
        ...frame?.parties.find((one) => one.side === party.side),
        ...{ name: party.name, nameEn: party.nameEn, code: party.code },
      })),
      terms: { ...usualTerms, insuredBy: frame?.variables.terms?.insuredBy ?? usualTerms.insuredBy },
      isIllustrative: await isAnyIllustrative(context, [context.tenant, enterpriseId]),
      source: {
        ...template,
        given: prefilledAnswers(facts, order.given),
      },
    },
    order.hand,
  );
  const key = { tenantId: context.tenant, enterpriseId, agreementId: id };
  const isMinor = isMinorOn(student.birthDate, placement.startsOn);
  await ownDb(context)
    .insertInto('agreementStudent')
    .values({
      ...{ ...key, studentId: student.id, studentName: student.name },
      guardianName: isMinor ? student.guardianName : null,
      ...{ placementId: placement.placementId, classId, className: group.name },
      ...{ postTitle: placement.postTitle, postTitleEn: placement.postTitleEn },
    })
    .execute();
  await ownDb(context)
    .insertInto('agreementRoute')
    .values({ ...key, route: 'standard' })
    .execute();
  return 'made';
}
