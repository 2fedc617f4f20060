import type { OperationsOf, ServerModule } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { closeAllSessions, closeSession, getSession, setLocale, setMembership } from './change-session.ts';
import { listDemoSignIns, listDemoTour } from './demo.ts';
import { acceptInvitation, createInvitation, listInvitations, showInvitation } from './invite.ts';
import { chooseMail, mailStopDocuments, myMails } from './mail-choice.ts';
import { endMembership, findOrganisations, listMembers } from './members.ts';
import { openSession } from './open-session.ts';
import { decidePartnership, listPartnerships, offerPartnership } from './partnerships.ts';
import { askPasswordReset, usePasswordReset } from './reset-password.ts';

export type { NewMember } from './add-member.ts';
export { addMember } from './add-member.ts';
export { setDemoSignIns, setDemoTour } from './demo.ts';
export { inviteFirstOperator } from './first-operator.ts';
export { type MailAddress, mailAddressesOf } from './mail-addresses.ts';
export type { MemberFacts } from './member-doors.ts';
export { membersOf } from './member-doors.ts';
export { noticeMail, sendNotice } from './notice-mail.ts';
export type { NewOrganisation } from './organisation.ts';
export { organisationByCode, putOrganisation, registerOrganisation } from './organisation.ts';
export { hashPassword } from './password.ts';
export { schoolHomes } from './school-homes.ts';
export { actorBySignInName, authenticate } from './session.ts';
export type { AccountsTables } from './tables.ts';
export { accountsTables } from './tables.ts';

const operations: OperationsOf<typeof contract> = {
  session: {
    get: getSession,
    open: openSession,
    close: closeSession,
    closeAll: closeAllSessions,
    setMembership,
    setLocale,
  },
  mails: { mine: myMails, choose: chooseMail },
  passwordResets: { ask: askPasswordReset, use: usePasswordReset },
  invitations: {
    list: listInvitations,
    create: createInvitation,
    show: showInvitation,
    accept: acceptInvitation,
  },
  members: { list: listMembers, end: endMembership },
  organisations: { find: findOrganisations },
  partnerships: { list: listPartnerships, offer: offerPartnership, decide: decidePartnership },
  demo: { signIns: listDemoSignIns, tour: listDemoTour },
};

/** The accounts module: people, memberships, sign-in, organisations as tenants, partnerships. */
export const accounts: ServerModule = {
  name: 'accounts',
  contract,
  operations,
  migrations: { room: 'accounts', folder: new URL('../migrations/', import.meta.url) },
  documents: mailStopDocuments,
};
