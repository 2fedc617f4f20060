import { usePhrases } from '@dualtrack/ui';
import type { CeremonyDetail } from '../../contract.ts';
import { type Seat, seatTable } from '../../seating.ts';
import { otherSide, type Side } from '../../side.ts';
import { useWords } from '../words.ts';

type Guest = CeremonyDetail['guests'][number];

/** The table as somebody sees it who comes in by the door: visitors face the door, the host has it behind. */
export function SeatingView(props: { readonly ceremony: CeremonyDetail }) {
  const { ceremony } = props;
  const t = usePhrases('ceremonies');
  const { pick } = useWords();
  const of = (side: Side) => ceremony.guests.filter((guest) => guest.side === side && !guest.isGroup);
  const { far, near } = seatTable(of(ceremony.hostSide), of(otherSide(ceremony.hostSide)));
  return (
    <div className="ce-table-scroll">
      <div className="ce-table">
        <SeatRow seats={far} />
        <div className="ce-board">{pick(ceremony.paper, ceremony.paperEn)}</div>
        <SeatRow seats={near} />
        <div className="ce-door dt-small">{t('seats.door')}</div>
      </div>
    </div>
  );
}

function SeatRow(props: { readonly seats: readonly Seat<Guest>[] }) {
  const words = useWords();
  const outermost = Math.max(0, ...props.seats.map((seat) => Math.abs(seat.offset)));
  const [first] = props.seats;
  // The centre stays in the middle when one wing has a seat more.
  const missing = first === undefined ? 0 : outermost + first.offset;
  const last = props.seats.at(-1);
  const missingRight = last === undefined ? 0 : outermost - last.offset;
  const gap = (count: number, name: string) =>
    Array.from({ length: count }, (_, index) => (
      <div key={`${name}${index}`} className="ce-seat" style={{ visibility: 'hidden' }} />
    ));
  return (
    <ol className="ce-seats">
      {gap(missing, 'left')}
      {props.seats.map(({ guest, rank }) => (
        <li key={guest.id} className={`ce-seat ce-seat-${guest.side}`}>
          <b>{words.pick(guest.name, guest.nameEn)}</b>
          <span className="dt-small dt-quiet">
            {rank} · {words.posts(guest)}
          </span>
        </li>
      ))}
      {gap(missingRight, 'right')}
    </ol>
  );
}
