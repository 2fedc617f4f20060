import { bothOffices, bothStaff, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { isZone } from '../held-at.ts';
import { words } from '../shapes.ts';

const tag = 'Rooms of sessions';
export const zone = z.string().max(60).refine(isZone, { error: 'a time zone such as Europe/Berlin' });
const facts = {
  name: field.line,
  nameEn: words.default(''),
  address: words.default(''),
  zone: zone.default('Asia/Shanghai'),
  seats: z.number().int().min(1).max(2_000),
  /** Whose holidays hold there: a division code, or a country and its state; empty: those of the organisation. */
  region: z
    .string()
    .regex(/^(|\d{6}|[A-Z]{2}(-[A-Za-z0-9]{1,10}){0,2})$/)
    .default(''),
};
const roomRow = z.object({ id: field.id, ...facts, isClosed: z.boolean(), coming: z.number().int() });
export type Room = z.infer<typeof roomRow>;
const nameTaken = { 'room.name-taken': { status: 409 } } as const;

/** Why a room cannot be had. */
export const roomErrors = {
  'room.unknown': { status: 422 },
  'room.closed': { status: 409 },
  'room.other-side': { status: 409 },
  'room.too-small': {
    status: 409,
    data: z.object({ room: z.string(), seats: z.number().int(), needed: z.number().int() }),
  },
  'room.booked': {
    status: 409,
    data: z.object({
      room: z.string(),
      title: z.string(),
      startsAt: field.instant,
      endsAt: field.instant,
    }),
  },
} as const;

/** Rooms in which the own side holds sessions, with their seats and their clock. */
export const rooms = {
  list: route('GET', '/talent-rooms', { may: bothStaff, summary: 'Rooms of the own side', tag }).output(
    z.object({ items: z.array(roomRow) }),
  ),
  create: route('POST', '/talent-rooms', { may: bothOffices, summary: 'Add a room', tag, created: true })
    .errors(nameTaken)
    .input(z.object(facts))
    .output(z.object({ id: field.id })),
  save: route('PUT', '/talent-rooms/{roomId}', {
    may: bothOffices,
    summary: 'Change a room, or close it for new sessions',
    tag,
  })
    .errors(nameTaken)
    .input(z.object({ roomId: field.id, ...facts, isClosed: z.boolean() }))
    .output(z.object({ id: field.id })),
};
