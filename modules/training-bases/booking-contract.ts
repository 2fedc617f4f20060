import { bothStaff, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';

const tag = 'Training bases';
const baseId = z.object({ baseId: field.id });
const span = { equipmentId: field.id, startsAt: field.instant, endsAt: field.instant };
const booking = z.object({
  id: field.id,
  ...span,
  purpose: z.string(),
  bookedByName: z.string(),
  isOwn: z.boolean(),
});

/** Booking of a base's equipment: nobody gets what is taken, broken or overdue for inspection then. */
export const bookingContract = {
  list: route('GET', '/training-bases/{baseId}/bookings', {
    may: bothStaff,
    summary: 'Bookings of equipment that end on or after a day',
    tag,
  })
    .input(baseId.extend({ from: field.day.optional() }))
    .output(z.object({ items: z.array(booking) })),
  create: route('POST', '/training-bases/{baseId}/bookings', {
    may: bothStaff,
    summary: 'Book a piece of equipment',
    tag,
    created: true,
  })
    .errors({
      'booking.no-such-equipment': { status: 422 },
      'booking.ends-first': { status: 422 },
      'booking.past': { status: 422 },
      'booking.broken': { status: 409 },
      'booking.inspection-due': { status: 409, data: z.object({ due: field.day }) },
      'booking.conflict': {
        status: 409,
        data: z.object({ startsAt: field.instant, endsAt: field.instant, name: z.string() }),
      },
    })
    .input(baseId.extend({ ...span, purpose: z.string().trim().max(200).default('') }))
    .output(z.object({ id: field.id })),
  cancel: route('DELETE', '/training-bases/{baseId}/bookings/{bookingId}', {
    may: bothStaff,
    summary: 'Cancel a booking: the own one, or any as the enterprise’s office',
    tag,
  })
    .errors({ 'booking.not-yours': { status: 403 } })
    .input(baseId.extend({ bookingId: field.id }))
    .output(done),
};
