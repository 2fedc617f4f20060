import { operationsOn } from '@dualtrack/platform/operation';
import { ceremonyTransitions } from '../ceremony.ts';
import { contract } from '../contract.ts';
import { act } from './act.ts';
import { ceremonyView } from './ceremony-view.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Starts, finishes or cancels a ceremony; other rooms hear of one that was held. */
export const moveCeremony = operation(contract.ceremonies.move, async (ctx, input) => {
  const { ceremonyId, action, reason, hasUnveiled } = input;
  await act(ctx, ceremonyId, action, async (inner, ceremony) => {
    const to = ceremonyTransitions[action].to ?? ceremony.state;
    const unveiledAt = ceremony.unveiledAt ?? (hasUnveiled ? ctx.now : null);
    const at = {
      start: { beganAt: ctx.now },
      finish: { endedAt: ctx.now, unveiledAt },
      cancel: { cancelReason: reason },
    };
    await inner.db
      .updateTable('ceremony')
      .set({ state: to, ...at[action] })
      .where('id', '=', ceremonyId)
      .where('state', '=', ceremony.state)
      .execute();
    if (to === 'cancelled') {
      // Nobody prepares any more; what is open would wait on homes for ever.
      await inner.db
        .deleteFrom('followUp')
        .where('ceremonyId', '=', ceremonyId)
        .where('kind', '=', 'checklist')
        .where('state', '=', 'open')
        .execute();
    }
    if (to !== 'held') return;
    const { agreementId, baseId, enterpriseId, heldOn } = ceremony;
    await inner.emit('ceremony.held', {
      ...{ ceremonyId, agreementId, baseId, enterpriseId },
      on: heldOn,
      hasUnveiled: unveiledAt !== null,
    });
  });
  return ceremonyView(ctx, ceremonyId);
});
