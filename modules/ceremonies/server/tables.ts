import { defineTables, type Json } from '@dualtrack/platform/db';
import type { Generated } from 'kysely';
import type { AgendaKind, CeremonyPart, CeremonyState, GuestDuty } from '../ceremony.ts';
import type { FollowUpKind, FollowUpState } from '../follow-up.ts';
import type { MeetingState } from '../meeting.ts';
import type { NewsDraft } from '../news.ts';
import type { Attendee, Topic } from '../shapes.ts';
import type { Side } from '../side.ts';

type Bilateral = { tenantId: string; enterpriseId: string };
/** Empty until somebody writes it. */
type Words = Generated<string>;
type OfCeremony = Bilateral & { id: string; ceremonyId: string };

export type CeremoniesTables = {
  ceremony: Bilateral & {
    id: string;
    agreementId: string | null;
    baseId: string | null;
    origin: 'platform' | 'public-record';
    source: Words;
    state: CeremonyState;
    title: Words;
    titleEn: Words;
    heldOn: string;
    timeOfDay: 'morning' | 'afternoon' | 'evening' | null;
    /** `14:30`, or nothing. */
    beginsAt: Words;
    place: Words;
    placeEn: Words;
    hostSide: Side;
    paper: Words;
    paperEn: Words;
    plaque: Words;
    plaqueEn: Words;
    note: Words;
    liveItemId: string | null;
    liveRevision: Generated<number>;
    unveiledAt: Date | null;
    beganAt: Date | null;
    endedAt: Date | null;
    cancelReason: Words;
    minutes: Words;
    minutesEn: Words;
    createdBy: Words;
    createdAt: Date;
    changedAt: Date;
  };
  ceremonyPart: Bilateral & {
    ceremonyId: string;
    part: CeremonyPart;
    revision: number;
    changedBy: string;
    changedAt: Date;
  };
  ceremonyGuest: OfCeremony & {
    side: Side;
    position: number;
    name: string;
    nameEn: string;
    posts: Json<string[]>;
    postsEn: Json<string[]>;
    duty: GuestDuty;
    isGroup: boolean;
  };
  agendaItem: OfCeremony & {
    position: number;
    kind: AgendaKind;
    title: Words;
    titleEn: Words;
    minutes: number | null;
    speakerIds: Json<string[]>;
    topics: Json<Topic[]>;
    speech: Words;
    speechEn: Words;
    summary: Words;
    summaryEn: Words;
    begunAt: Date | null;
  };
  ceremonyPhoto: OfCeremony & {
    fileId: string;
    mediaType: string;
    width: number;
    height: number;
    caption: string;
    captionEn: string;
    hasCameraData: boolean;
    hasLocation: boolean;
    side: Side;
    addedBy: string;
    addedAt: Date;
  };
  guestBookEntry: OfCeremony & { name: string; post: string; words: string; side: Side; writtenAt: Date };
  meeting: Bilateral & {
    id: string;
    agreementId: string | null;
    state: MeetingState;
    title: string;
    startsAt: Date;
    lengthMinutes: number;
    place: string;
    agenda: Json<string[]>;
    attendees: Json<Attendee[]>;
    minutes: Words;
    revision: Generated<number>;
    changedBy: Words;
    createdBy: Words;
    createdAt: Date;
    changedAt: Date;
  };
  minutedDecision: Bilateral & {
    id: string;
    ceremonyId: string | null;
    meetingId: string | null;
    position: number;
    wording: string;
    wordingEn: string;
  };
  followUp: Bilateral & {
    id: string;
    ceremonyId: string | null;
    meetingId: string | null;
    agreementId: string | null;
    kind: FollowUpKind;
    title: string;
    side: Side;
    owner: Words;
    dueOn: string | null;
    state: FollowUpState;
    doneBy: Words;
    doneAt: Date | null;
    createdBy: Words;
    createdAt: Date;
    changedAt: Date;
  };
  ceremonyRelease: Bilateral & {
    ceremonyId: string;
    side: Side;
    item: string;
    releasedBy: string;
    releasedAt: Date;
  };
  newsPage: Bilateral & {
    ceremonyId: string;
    slug: string;
    revision: number;
    draft: Json<NewsDraft>;
    editedBy: string;
    editedAt: Date;
    schoolReleased: number | null;
    enterpriseReleased: number | null;
    shown: Json<NewsDraft & { revision: number }> | null;
    shownAt: Date | null;
    withdrawnSide: Side | null;
    withdrawnAt: Date | null;
  };
  newsAddress: { tenantId: string; slug: string; ceremonyId: string };
  discussionThread: Bilateral & {
    id: string;
    agreementId: string | null;
    subject: string;
    side: Side;
    openedBy: string;
    openedAt: Date;
    closedAt: Date | null;
    closedBy: Words;
    lastAt: Date;
  };
  discussionPost: Bilateral & {
    id: string;
    threadId: string;
    personId: string;
    name: string;
    side: Side;
    body: string;
    revision: Generated<number>;
    mentions: Json<string[]>;
    postedAt: Date;
    editedAt: Date | null;
    withdrawnAt: Date | null;
    withdrawnBy: Words;
  };
  discussionPostRevision: Bilateral & {
    postId: string;
    revision: number;
    body: string;
    name: string;
    at: Date;
  };
  discussionReader: Bilateral & { threadId: string; personId: string; readAt: Date };
};

export const ceremoniesTables = defineTables({
  ceremony: 'bilateral',
  ceremonyPart: 'bilateral',
  ceremonyGuest: 'bilateral',
  agendaItem: 'bilateral',
  ceremonyPhoto: 'bilateral',
  guestBookEntry: 'bilateral',
  meeting: 'bilateral',
  minutedDecision: 'bilateral',
  followUp: 'bilateral',
  ceremonyRelease: 'bilateral',
  newsPage: 'bilateral',
  newsAddress: 'directory',
  discussionThread: 'bilateral',
  discussionPost: 'bilateral',
  discussionPostRevision: 'bilateral',
  discussionReader: 'bilateral',
});
