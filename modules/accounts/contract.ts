import {
  done,
  field,
  listInput,
  listOutput,
  organisationKinds,
  roles,
  route,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { mailKinds } from './mail-kinds.ts';

export const organisation = z.object({
  id: field.id,
  name: z.string(),
  nameEn: z.string(),
  kind: z.enum(organisationKinds),
  illustrative: z.boolean(),
});
export const membershipOfSession = z.object({ id: field.id, role: z.enum(roles), organisation });
const locale = z.enum(['zh-CN', 'en', 'ug']);
export const sessionView = z.object({
  person: z.object({ id: field.id, name: z.string(), locale }),
  membership: membershipOfSession,
  memberships: z.array(membershipOfSession),
  /** IANA name of the zone in which this deployment counts its days. */
  timeZone: z.string(),
});
export type SessionView = z.infer<typeof sessionView>;

/** A mail address or phone number, compared without regard to case. */
const signInName = z.string().trim().toLowerCase().min(3).max(200);
export const newPassword = z.string().min(10).max(200);
const token = z.string().min(20).max(100);
const tag = 'Accounts';
const admins = ['school-office', 'enterprise-hr', 'authority', 'operator'] as const;

const wrongPassword = { 'session.wrong-name-or-password': { status: 401 } };
const locked = { 'session.locked': { status: 429, data: z.object({ minutes: z.number() }) } };
const badToken = { 'link.not-valid': { status: 410 } };
const weak = { 'password.same-as-name': { status: 422 } };

export const contract = {
  session: {
    get: route('GET', '/session', { may: 'signed-in', summary: 'Who is signed in, and as what', tag }).output(
      sessionView,
    ),
    open: route('POST', '/session', { may: 'anyone', summary: 'Sign in', tag })
      .errors({ ...wrongPassword, ...locked, 'session.no-membership': { status: 403 } })
      .input(z.object({ name: signInName, password: z.string().max(1_000) }))
      .output(sessionView),
    close: route('DELETE', '/session', { may: 'anyone', summary: 'Sign out', tag }).output(done),
    closeAll: route('DELETE', '/sessions', { may: 'anyone', summary: 'Sign out everywhere', tag }).output(
      done,
    ),
    setMembership: route('PUT', '/session/membership', {
      may: 'anyone',
      summary: 'Act in another organisation or role',
      tag,
    })
      .errors({ 'session.required': { status: 401 }, 'session.no-membership': { status: 403 } })
      .input(z.object({ membershipId: field.id }))
      .output(sessionView),
    setLocale: route('PUT', '/session/locale', {
      may: 'anyone',
      summary: 'Set the language of the person',
      tag,
    })
      .errors({ 'session.required': { status: 401 } })
      .input(z.object({ locale }))
      .output(done),
  },
  mails: {
    mine: route('GET', '/mail-choices', {
      may: 'signed-in',
      summary: 'Kinds of mail that reach me, and whether I want them',
      tag,
    }).output(z.object({ items: z.array(z.object({ kind: z.enum(mailKinds), isWanted: z.boolean() })) })),
    choose: route('PUT', '/mail-choices/{kind}', {
      may: 'signed-in',
      summary: 'Turn a kind of mail off or on again',
      tag,
    })
      .input(z.object({ kind: z.enum(mailKinds), isWanted: z.boolean() }))
      .output(done),
  },
  passwordResets: {
    ask: route('POST', '/password-resets', {
      may: 'anyone',
      summary: 'Ask for a link to set a new password',
      tag,
    })
      .input(z.object({ name: signInName }))
      .output(done),
    use: route('POST', '/password-resets/{token}', { may: 'anyone', summary: 'Set a new password', tag })
      .errors({ ...badToken, ...weak })
      .input(z.object({ token, password: newPassword }))
      .output(done),
  },
  invitations: {
    list: route('GET', '/invitations', { may: admins, summary: 'Open invitations', tag })
      .input(listInput)
      .output(
        listOutput(
          z.object({
            id: field.id,
            name: z.string(),
            address: z.string(),
            role: z.enum(roles),
            createdAt: field.instant,
            expiresAt: field.instant,
            acceptedAt: field.instant.nullable(),
          }),
        ),
      ),
    create: route('POST', '/invitations', {
      may: admins,
      summary: 'Invite a person into the own organisation',
      tag,
      created: true,
    })
      .errors({
        'invitation.role-not-here': { status: 422, data: z.object({ role: z.string() }) },
        'invitation.not-sent': { status: 502, data: z.object({ address: z.string() }) },
      })
      .input(
        z.object({
          name: field.line,
          address: z.email(),
          role: z.enum(roles),
          subjectId: field.id.nullable().default(null),
          /** Only for the operator: invites the first person of another organisation. */
          organisationId: field.id.optional(),
        }),
      )
      .output(z.object({ id: field.id })),
    show: route('GET', '/invitations/{token}', { may: 'anyone', summary: 'What an invitation is about', tag })
      .errors(badToken)
      .input(z.object({ token }))
      .output(z.object({ name: z.string(), address: z.string(), role: z.enum(roles), organisation })),
    accept: route('POST', '/invitations/{token}', { may: 'anyone', summary: 'Accept an invitation', tag })
      .errors({ ...badToken, ...weak, ...wrongPassword })
      .input(z.object({ token, name: field.line, password: newPassword }))
      .output(done),
  },
  members: {
    list: route('GET', '/members', { may: admins, summary: 'People of the own organisation', tag })
      .input(listInput.extend({ role: z.enum(roles).optional() }))
      .output(
        listOutput(
          z.object({
            id: field.id,
            name: z.string(),
            title: z.string(),
            role: z.enum(roles),
            createdAt: field.instant,
            endedAt: field.instant.nullable(),
          }),
        ),
      ),
    end: route('DELETE', '/members/{membershipId}', { may: admins, summary: 'End a membership', tag })
      .errors({ 'member.own': { status: 409 } })
      .input(z.object({ membershipId: field.id }))
      .output(done),
  },
  organisations: {
    find: route('GET', '/organisations', {
      may: 'signed-in',
      summary: 'Public directory of organisations',
      tag,
    })
      .input(listInput.extend({ kind: z.enum(organisationKinds).optional() }))
      .output(listOutput(organisation.extend({ code: z.string(), regionCode: z.string().nullable() }))),
  },
  partnerships: {
    list: route('GET', '/partnerships', {
      may: ['school-office', 'programme-head', 'enterprise-hr', 'project-lead'],
      summary: 'Partners and open offers',
      tag,
    }).output(
      z.object({
        partners: z.array(organisation.extend({ validFrom: field.day, validTo: field.day.nullable() })),
        offers: z.array(
          z.object({ id: field.id, from: z.string(), fromEn: z.string(), createdAt: field.instant }),
        ),
      }),
    ),
    offer: route('POST', '/partnerships', {
      may: ['school-office', 'enterprise-hr'],
      summary: 'Offer a partnership to an organisation of the other side',
      tag,
      created: true,
    })
      .errors({
        'partnership.same-side': { status: 422 },
        'partnership.exists': { status: 409 },
        'partnership.waits-here': { status: 409 },
      })
      .input(z.object({ organisationId: field.id }))
      .output(done),
    decide: route('POST', '/partnerships/{offerId}', {
      may: ['school-office', 'enterprise-hr'],
      summary: 'Accept or decline an offer',
      tag,
    })
      .errors({ 'partnership.decided': { status: 409 } })
      .input(z.object({ offerId: field.id, accept: z.boolean() }))
      .output(done),
  },
  demo: {
    tour: route('GET', '/demo/tour', {
      may: 'signed-in',
      summary: 'Steps of the guided tour through the example; none elsewhere',
      tag,
    }).output(
      z.object({
        steps: z.array(
          z.object({
            step: z.number().int(),
            titleKey: z.string(),
            path: z.string(),
            signInName: z.string(),
            role: z.enum(roles),
          }),
        ),
      }),
    ),
    signIns: route('GET', '/demo', {
      may: 'anyone',
      summary: 'Example sign-ins, only where example data is loaded',
      tag,
    }).output(
      z.object({
        signIns: z.array(
          z.object({
            name: z.string(),
            password: z.string(),
            personName: z.string(),
            role: z.enum(roles),
            organisationName: z.string(),
            organisationNameEn: z.string(),
          }),
        ),
      }),
    ),
  },
};
