import { publicAddress } from '@dualtrack/platform/links';
import { homeOf, operationsOn } from '@dualtrack/platform/operation';
import { addMaterial } from '@dualtrack/talent-sharing/server';
import { contract } from '../contract.ts';
import { outputView } from './output-view.ts';
import { ownSide } from './parties.ts';
import type { InnovationTables } from './tables.ts';

const operation = operationsOn<InnovationTables>();

/** Puts a teaching case among the materials of a co-taught course of the same two sides, once. */
export const bringBack = operation(contract.outputs.bringBack, async (ctx, { outputId, courseId }) => {
  const home = await homeOf(ctx, 'innovation_output', outputId);
  await ctx.inHome(home, async (inner) => {
    const row = await inner.db
      .selectFrom('innovationOutput')
      .select(['kind', 'title', 'side', 'enterpriseId'])
      .where('id', '=', outputId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (row.side !== ownSide(ctx.actor)) throw ctx.refuse('output.not-your-side');
    if (row.kind !== 'teaching-case') throw ctx.refuse('output.not-a-case');
    const course = await addMaterial(inner, {
      ...{ courseId, enterpriseId: row.enterpriseId, by: ctx.actor.name, title: row.title },
      address: `${publicAddress(ctx.kernel)}/innovation-outputs/${outputId}`,
    });
    if (course === undefined) throw ctx.refuse('output.no-such-course');
    await inner.db
      .updateTable('innovationOutput')
      .set({ courseId, course: course.title })
      .where('id', '=', outputId)
      .execute();
  });
  ctx.audit(outputId, { courseId });
  return outputView(ctx, outputId, ctx.actor);
});
