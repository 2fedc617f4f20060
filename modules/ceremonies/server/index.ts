import { addCalendarSource } from '@dualtrack/agreements/server';
import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { moveMeeting, setMeetingMinutes, updateMeeting } from './change-meeting.ts';
import { editPost, postHistory, withdrawPost } from './change-post.ts';
import { cooperationDates } from './cooperation-dates.ts';
import { closeThread, getThread, listThreads, openThread, readThread, writePost } from './discussion.ts';
import { addFollowUp, changeFollowUp, listFollowUps, moveFollowUp, removeFollowUp } from './follow-ups.ts';
import { makeHallLink, revokeHallLink, showHall } from './hall-link.ts';
import { controlLive, getLive } from './live.ts';
import { createMeeting, getMeeting, listMeetings } from './meetings.ts';
import { setMinutes, writeGuestBook } from './minutes.ts';
import { moveCeremony } from './move-ceremony.ts';
import {
  draftNewsPage,
  editNews,
  getNews,
  newsAddress,
  releaseNews,
  releaseNewsItems,
  withdrawNews,
} from './news.ts';
import { nameCards, seatingPlan } from './papers.ts';
import { addPhoto, captionPhoto, getPhoto, removePhoto } from './photos.ts';
import { createCeremony, setPlan } from './plan-ceremony.ts';
import { newsDocuments } from './public-news.ts';
import { getCeremony, listCeremonies, searchCeremonies } from './read-ceremonies.ts';
import { setAgenda } from './set-agenda.ts';
import { setGuests } from './set-guests.ts';

export type { PublicCeremony } from './public-record.ts';
export { keepPublicCeremony } from './public-record.ts';
export type { CeremoniesTables } from './tables.ts';
export { ceremoniesTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  ceremonies: {
    list: listCeremonies,
    get: getCeremony,
    create: createCeremony,
    setPlan,
    setGuests,
    setAgenda,
    move: moveCeremony,
    live: getLive,
    control: controlLive,
    setMinutes,
    nameCards,
    seatingPlan,
    addPhoto,
    captionPhoto,
    removePhoto,
    photo: getPhoto,
    writeGuestBook,
  },
  hall: { makeLink: makeHallLink, revokeLink: revokeHallLink, show: showHall },
  news: {
    get: getNews,
    draft: draftNewsPage,
    edit: editNews,
    releaseItems: releaseNewsItems,
    release: releaseNews,
    withdraw: withdrawNews,
    shareLink: newsAddress,
  },
  followUps: {
    list: listFollowUps,
    add: addFollowUp,
    change: changeFollowUp,
    move: moveFollowUp,
    remove: removeFollowUp,
  },
  meetings: {
    list: listMeetings,
    get: getMeeting,
    create: createMeeting,
    update: updateMeeting,
    setMinutes: setMeetingMinutes,
    move: moveMeeting,
  },
  discussion: {
    list: listThreads,
    open: openThread,
    get: getThread,
    post: writePost,
    edit: editPost,
    withdraw: withdrawPost,
    history: postHistory,
    close: closeThread,
    read: readThread,
  },
};

// Feeds are the agreements' room; its own dates are known to this one only.
addCalendarSource(cooperationDates, { knowsPersons: true });

/** The ceremonies module: ceremony, hall screen, minutes, public news, meetings and discussion beside agreements. */
export const ceremonies: ServerModule = {
  name: 'ceremonies',
  contract,
  operations,
  migrations: { room: 'ceremonies', folder: new URL('../migrations/', import.meta.url) },
  search: searchCeremonies,
  documents: newsDocuments,
};
