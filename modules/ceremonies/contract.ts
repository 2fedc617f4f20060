import { field } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { ceremonies } from './contract/ceremonies.ts';
import { discussion } from './contract/discussion.ts';
import { followUps } from './contract/follow-ups.ts';
import { hall } from './contract/hall.ts';
import { meetings } from './contract/meetings.ts';
import { news } from './contract/news.ts';

export type { CeremonyDetail, CeremonyRow, HallView, LiveView } from './contract/ceremonies.ts';
export type { Post, Thread, ThreadRow } from './contract/discussion.ts';
export type { FollowUp } from './contract/follow-ups.ts';
export type { MeetingDetail } from './contract/meetings.ts';
export type { NewsView } from './contract/news.ts';

/** Ceremonies, their public news, meetings, what was agreed to do, and discussion beside agreements. */
export const contract = { ceremonies, hall, news, followUps, meetings, discussion };

/** Events of this room: name → payload. */
export const events = {
  /** A meeting of both sides took place; obligations count it. `on` is the day in the deployment's zone. */
  'meeting.held': z.object({
    meetingId: field.id,
    agreementId: field.id.nullable(),
    enterpriseId: field.id,
    on: field.day,
  }),
  'ceremony.held': z.object({
    ceremonyId: field.id,
    agreementId: field.id.nullable(),
    baseId: field.id.nullable(),
    enterpriseId: field.id,
    on: field.day,
    hasUnveiled: z.boolean(),
  }),
};
