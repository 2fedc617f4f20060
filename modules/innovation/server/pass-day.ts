import { schoolHomes } from '@dualtrack/accounts/server';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { remindAll } from './remind.ts';
import type { InnovationTables } from './tables.ts';
import { teamOf, tell } from './tell.ts';

/**
 * What a new day brings: calls whose last day has passed go over into the selection; what was handed in and not
 * answered is accepted, and what was to be published is cleared; people are told what is near. Safe to do again.
 */
export async function passDay(kernel: Kernel): Promise<void> {
  for (const home of await schoolHomes(kernel)) {
    await asSystem<InnovationTables, void>(kernel, home, async (context) => {
      const { db, today, now } = context;
      await db
        .updateTable('challenge')
        .set({ state: 'selecting', changedAt: now })
        .where('tenantId', '=', home)
        .where('state', '=', 'open')
        .where('deadline', '<', today)
        .execute();
      const silent = await db
        .updateTable('projectDeliverable')
        .set({ state: 'accepted', isSilent: true, answeredAt: now })
        .where('tenantId', '=', home)
        .where('state', '=', 'submitted')
        .where('acceptBy', '<', today)
        // A stopped project owes nobody an answer.
        .where('projectId', 'in', (eb) =>
          eb.selectFrom('innovationProject').select('id').where('state', '=', 'running'),
        )
        .returning(['id', 'tenantId', 'enterpriseId', 'projectId', 'title', 'owedBy', 'acceptBy'])
        .execute();
      for (const { id, projectId, title, owedBy, acceptBy, ...pair } of silent) {
        await tell(context, pair, await teamOf(context, { ...pair, id: projectId }, owedBy), {
          ...{ kind: 'deliverable.silent', recordId: id, turn: acceptBy ?? '', about: 'project' },
          ...{ aboutId: projectId, title },
        });
      }
      await db
        .updateTable('projectPublication')
        .set({ state: 'cleared' })
        .where('tenantId', '=', home)
        .where('state', '=', 'asked')
        .where('answerBy', '<', today)
        .execute();
      await remindAll(context);
    });
  }
}
