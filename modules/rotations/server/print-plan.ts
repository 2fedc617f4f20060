import { homeOf, type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import { bookFile } from '@dualtrack/platform/sheets';
import { contract, type PlanDetail } from '../contract.ts';
import { bookOf } from './plan-book.ts';
import { planView } from './plan-view.ts';
import { wallOf } from './plan-wall.ts';
import type { RotationsTables } from './tables.ts';

const operation = operationsOn<RotationsTables>();

async function read(ctx: OperationContext<RotationsTables>, planId: string): Promise<PlanDetail> {
  const home = await homeOf(ctx, 'rotation_plan', planId);
  const plan = await ctx.inHome(home, (inner) => planView(inner, planId, ctx.actor.role));
  ctx.audit(planId, { action: 'print' });
  return plan;
}

/** The plan as a workbook: by student, by workstation, all blocks. */
export const planBook = operation(contract.book, async (ctx, input) => {
  const plan = await read(ctx, input.planId);
  return bookFile(plan.name, bookOf(plan, input.language, ctx.now));
});

/** The plan on A3 for the wall of the workshop. */
export const planWall = operation(contract.wall, async (ctx, input) => {
  const plan = await read(ctx, input.planId);
  const data = wallOf(plan, input.by, input.language, ctx.today);
  const bytes = await composePdf({ template: 'table', data, createdAt: ctx.now });
  return new File([Buffer.from(bytes)], `${plan.name}.pdf`, { type: 'application/pdf' });
});
