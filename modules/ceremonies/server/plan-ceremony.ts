import { agreementOf } from '@dualtrack/agreements/server';
import { phrase } from '@dualtrack/locales';
import { newId } from '@dualtrack/platform/ids';
import { operationsOn } from '@dualtrack/platform/operation';
import { baseOf } from '@dualtrack/training-bases/server';
import { agendaTemplate, ceremonyParts, checklistTemplate } from '../ceremony.ts';
import { contract } from '../contract.ts';
import { otherSide } from '../side.ts';
import { act, takePart } from './act.ts';
import { ceremonyView } from './ceremony-view.ts';
import { dueBefore } from './day-before.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Plans a ceremony: agenda and checklist come from the template and are changed afterwards. */
export const createCeremony = operation(contract.ceremonies.create, async (ctx, input) => {
  const agreement = await agreementOf(ctx, input.agreementId);
  if (agreement === undefined || ['declined', 'ended'].includes(agreement.state)) {
    throw ctx.refuse('ceremony.no-such-agreement');
  }
  const base = input.baseId === null ? undefined : await baseOf(ctx, input.baseId);
  if (input.baseId !== null && (base === undefined || base.home !== agreement.home)) {
    throw ctx.refuse('ceremony.no-such-base');
  }
  const id = newId();
  const { enterpriseId } = agreement;
  await ctx.inHome(agreement.home, async (inner) => {
    const own = { tenantId: inner.tenant, enterpriseId };
    await inner.db
      .insertInto('ceremony')
      .values({
        ...own,
        ...input,
        id,
        origin: 'platform',
        source: '',
        state: 'planned',
        title: '',
        titleEn: '',
        paper: agreement.title,
        paperEn: agreement.titleEn,
        plaque: base?.plaque || base?.name || '',
        plaqueEn: base?.nameEn ?? '',
        note: '',
        liveItemId: null,
        unveiledAt: null,
        beganAt: null,
        endedAt: null,
        createdBy: ctx.actor.name,
        createdAt: ctx.now,
        changedAt: ctx.now,
      })
      .execute();
    await inner.db
      .insertInto('ceremonyPart')
      .values(
        ceremonyParts.map((part) => ({
          ...{ ...own, part, ceremonyId: id, revision: 1 },
          ...{ changedBy: ctx.actor.name, changedAt: ctx.now },
        })),
      )
      .execute();
    const items =
      base === undefined ? agendaTemplate.filter((one) => one.kind !== 'unveiling') : agendaTemplate;
    await inner.db
      .insertInto('agendaItem')
      .values(
        items.map((item, position) => ({
          ...{ ...own, ...item, id: newId(), ceremonyId: id, position },
          ...{ speakerIds: '[]', topics: '[]', begunAt: null },
        })),
      )
      .execute();
    await inner.db
      .insertInto('followUp')
      .values(
        checklistTemplate.map(({ code, side, daysBefore }) => ({
          ...{ ...own, id: newId(), ceremonyId: id, meetingId: null, agreementId: agreement.id },
          kind: 'checklist' as const,
          title: phrase(ctx.locale, 'ceremonies', `checklist.${code}`),
          side: side === 'host' ? input.hostSide : side,
          dueOn: dueBefore(input.heldOn, daysBefore, ctx.today),
          state: 'open' as const,
          ...{ doneAt: null, createdBy: ctx.actor.name, createdAt: ctx.now, changedAt: ctx.now },
        })),
      )
      .execute();
  });
  ctx.audit(id, { guestsOf: otherSide(input.hostSide) });
  return { id };
});

export const setPlan = operation(contract.ceremonies.setPlan, async (ctx, input) => {
  const { ceremonyId, revision, ...plan } = input;
  await act(ctx, ceremonyId, 'edit', async (inner) => {
    await takePart(ctx, inner, ceremonyId, 'plan', revision);
    await inner.db.updateTable('ceremony').set(plan).where('id', '=', ceremonyId).execute();
  });
  return ceremonyView(ctx, ceremonyId);
});
