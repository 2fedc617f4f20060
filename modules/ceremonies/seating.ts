/** A place at the table: how far from the centre, in seats; left of the viewer is negative. */
export type Seat<Guest> = { guest: Guest; rank: number; offset: number };

/**
 * Seats one side of a long table by precedence, the Chinese custom: the first in the centre, the second at the
 * first's left hand, the third at the right, and so on outwards. People of the far side look at the viewer, so their left is the
 * viewer's right; people of the near side look away. Given in order of precedence; returned from the viewer's left to right.
 */
export function seatSide<Guest>(guests: readonly Guest[], row: 'far' | 'near'): Seat<Guest>[] {
  const leftOfViewer = row === 'far' ? 1 : -1;
  return guests
    .map((guest, index) => {
      const rank = index + 1;
      const steps = Math.floor(rank / 2);
      // Even ranks sit at the first's left hand. Adding zero keeps -0 out of the answer.
      const offset = (rank % 2 === 0 ? steps * leftOfViewer : -steps * leftOfViewer) + 0;
      return { guest, rank, offset };
    })
    .sort((a, b) => a.offset - b.offset);
}

/** The rows of the table: guests of the house face the door (far side), the host sits with the back to it (near side). */
export function seatTable<Guest>(host: readonly Guest[], visitors: readonly Guest[]) {
  return { far: seatSide(visitors, 'far'), near: seatSide(host, 'near') };
}
