import { done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { leads, staff } from '../side.ts';
import { notNowProject, projectId } from './projects.ts';

const tag = 'Innovation: hours';
const people = [...staff, 'student'] as const;

const day = z.object({
  memberId: field.id,
  name: z.string(),
  onDay: field.day,
  minutes: z.number().int(),
  what: z.string(),
  /** Empty until a lead of the own side has confirmed the day. */
  confirmedBy: z.string(),
  isMine: z.boolean(),
});
export type HoursDay = z.infer<typeof day>;

/** What members of a project did, day by day; the measure of a student's credit. */
export const hours = {
  list: route('GET', '/innovation-projects/{projectId}/hours', {
    may: people,
    summary: 'Days of the own work, and for leads of the own side',
    tag,
  })
    .input(projectId)
    .output(z.object({ items: z.array(day) })),
  log: route('PUT', '/innovation-projects/{projectId}/hours', {
    may: people,
    summary: 'Write what I did on a day',
    tag,
  })
    .errors({
      ...notNowProject,
      'hours.not-that-day': { status: 422 },
      'hours.confirmed': { status: 409 },
    })
    .input(
      projectId.extend({
        onDay: field.day,
        minutes: z.number().int().min(1).max(1_440),
        what: z.string().trim().min(2).max(500),
      }),
    )
    .output(done),
  confirm: route('POST', '/innovation-projects/{projectId}/members/{memberId}/hours', {
    may: leads,
    summary: 'Confirm what a member of the own side wrote up to a day',
    tag,
  })
    .errors({
      ...notNowProject,
      'member.not-yours': { status: 403 },
      'hours.own': { status: 403 },
      'hours.none': { status: 409 },
    })
    .input(projectId.extend({ memberId: field.id, until: field.day }))
    .output(done),
};
