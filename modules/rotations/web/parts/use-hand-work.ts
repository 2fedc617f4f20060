import { usePhrases, useWrite } from '@dualtrack/ui';
import { useState } from 'react';
import type { PlanDetail } from '../../contract.ts';
import { rotations } from '../client.ts';

type Block = PlanDetail['blocks'][number];
type Target = { stationId: string; firstWeek: string; mentorId?: string };

/** What `useHandWork` gives. */
export type HandWork = ReturnType<typeof useHandWork>;

/** Moving and swapping blocks of a plan by hand, and taking the last of it back. */
export function useHandWork(planId: string) {
  const t = usePhrases('rotations');
  /** The blocks as they stood before the last change: one was moved, two were swapped. */
  const [before, setBefore] = useState<readonly [Block, Block?]>();
  const invalidates = ['rotations'];
  const move = useWrite(rotations.change.move, { invalidates, done: t('move.done') });
  const swap = useWrite(rotations.change.swap, { invalidates, done: t('move.swapped') });
  const moveBack = useWrite(rotations.change.move, { invalidates, done: t('move.undone') });
  const swapBack = useWrite(rotations.change.swap, { invalidates, done: t('move.undone') });
  const pin = useWrite(rotations.pin, { invalidates });
  const undo = async () => {
    const [one, other] = before ?? [];
    if (one === undefined) return;
    setBefore(undefined);
    if (other === undefined) {
      const { stationId, firstWeek, mentorId } = one;
      const mentor = mentorId === null ? {} : { mentorId };
      await moveBack.mutateAsync({ planId, blockId: one.id, stationId, firstWeek, ...mentor });
    } else await swapBack.mutateAsync({ planId, blockId: one.id, otherId: other.id });
    for (const block of [one, other]) {
      if (block === undefined || block.isPinned) continue;
      await pin.mutateAsync({ planId, blockId: block.id, isPinned: false });
    }
  };
  return {
    isBusy: [move, swap, moveBack, swapBack, pin].some((write) => write.isPending),
    move: (block: Block, target: Target) =>
      move.mutate({ planId, blockId: block.id, ...target }, { onSuccess: () => setBefore([block]) }),
    swap: (one: Block, other: Block) =>
      swap.mutate(
        { planId, blockId: one.id, otherId: other.id },
        { onSuccess: () => setBefore([one, other]) },
      ),
    /** Who was moved last, as they stood before; undefined when nothing is to be taken back. */
    before,
    undo: () => void undo(),
  };
}
