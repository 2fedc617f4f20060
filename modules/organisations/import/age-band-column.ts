import { z } from 'zod';
import type { AgeBand } from '../age-bands.ts';
import { type Column, compact, fault, quote } from './column.ts';
import { words } from './text-columns.ts';

const band = z.object({
  from: z.int().min(14).max(99),
  to: z.int().min(14).max(99),
  headcount: z.int().min(0).max(1_000_000),
});

/** `18-29:40`; the span also with a dash, tilde or 至, the number behind a colon, = or 人 after it. */
const one = /^(\d{2})(?:岁)?(?:[-–—~至](\d{2})(?:岁)?)?[:=](\d{1,7})人?$/;

/** People by age span in one cell: `18-29:40; 30-44:55; 45-59:20`. */
export function ageBands(zh: string, en: string): Column<AgeBand[]> {
  return {
    ...words(zh, en, {
      hint: {
        zh: '如 18-29:40；30-44:55，合计等于现有人数',
        en: 'such as 18-29:40; 30-44:55, adding up to the headcount',
      },
    }),
    type: 'text',
    schema: z.array(band).min(1).max(30),
    parse: (cell) => {
      const parts = compact(cell)
        .split(/[;；,，、\n]/)
        .filter((part) => part !== '');
      const value: AgeBand[] = [];
      for (const part of parts) {
        const [, from, to, headcount] = one.exec(part) ?? [];
        const parsed = band.safeParse({
          from: Number(from),
          to: Number(to ?? from),
          headcount: Number(headcount),
        });
        if (from === undefined || !parsed.success)
          return fault('import.age-band-invalid', { value: quote(part) });
        value.push(parsed.data);
      }
      return value.length === 0 || value.length > 30
        ? fault('import.age-band-invalid', { value: quote(cell) })
        : { value };
    },
    format: (value) => value.map(({ from, to, headcount }) => `${from}-${to}:${headcount}`).join('; '),
  };
}
