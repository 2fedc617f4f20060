import { useNameOf } from '@dualtrack/ui';
import type { CalendarView } from '../../calendar-contract.ts';
import type { rotations } from '../client.ts';

/** A published calendar as the page has it. */
export type Calendar = Awaited<ReturnType<typeof rotations.calendar.read>>;
export type CalendarBlock = Calendar['blocks'][number];

/** What of a block is said in the calendar of somebody: what is known there already is left out. */
export function useBlockWords(by: CalendarView) {
  const nameOf = useNameOf();
  const unit = (block: CalendarBlock) => nameOf({ name: block.unitName, nameEn: block.unitNameEn });
  const place = (block: CalendarBlock) =>
    [
      nameOf({ name: block.stationName, nameEn: block.stationNameEn }),
      nameOf({ name: block.siteName, nameEn: block.siteNameEn }),
    ].join(' · ');
  const hours = (block: CalendarBlock) =>
    block.shift === null ? '' : `${block.shift.start}–${block.shift.end}`;
  return {
    unit,
    title: (block: CalendarBlock) =>
      by === 'student'
        ? unit(block)
        : by === 'station'
          ? block.studentName
          : `${block.studentName} · ${unit(block)}`,
    detail: (block: CalendarBlock) =>
      [by === 'station' ? '' : place(block), by === 'mentor' ? '' : block.mentorName, hours(block)]
        .filter(Boolean)
        .join(' · '),
  };
}
