import { bothOffices, done, field, listInput, listOutput, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { agendaKinds, ceremonyActions, ceremonyParts, ceremonyStates } from '../ceremony.ts';
import {
  agendaItem,
  agendaItemInput,
  ceremonyPlan,
  decision,
  decisionInput,
  guest,
  guestBookEntry,
  guestInput,
  photo,
  side,
} from '../shapes.ts';

const tag = 'Ceremonies';
export const ceremonyId = z.object({ ceremonyId: field.id });
const action = z.object({ action: z.string() });

/** Why an action on a ceremony is not possible now. */
export const notNow = {
  'ceremony.not-your-role': { status: 403, data: action },
  'ceremony.not-in-state': { status: 409, data: action },
  'ceremony.public-record': { status: 409, data: action },
} as const;
const changed = {
  'ceremony.part-changed': { status: 409, data: z.object({ by: z.string() }) },
} as const;
/** The revision of the part that the writer had before them. */
const revision = z.number().int().min(1);

const row = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  agreementId: field.id.nullable(),
  baseId: field.id.nullable(),
  origin: z.enum(['platform', 'public-record']),
  state: z.enum(ceremonyStates),
  title: z.string(),
  titleEn: z.string(),
  heldOn: field.day,
  timeOfDay: z.enum(['morning', 'afternoon', 'evening']).nullable(),
  beginsAt: z.string(),
  place: z.string(),
  placeEn: z.string(),
  hostSide: side,
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
});
export type CeremonyRow = z.infer<typeof row>;

export const signature = z.object({
  side: z.string(),
  name: z.string(),
  post: z.string(),
  role: z.string(),
  signedAt: field.instant,
});

const part = z.object({ revision: z.number().int(), changedBy: z.string(), changedAt: field.instant });

export const ceremonyDetail = row.extend({
  source: z.string(),
  paper: z.string(),
  paperEn: z.string(),
  plaque: z.string(),
  plaqueEn: z.string(),
  note: z.string(),
  beganAt: field.instant.nullable(),
  endedAt: field.instant.nullable(),
  unveiledAt: field.instant.nullable(),
  cancelReason: z.string(),
  minutes: z.string(),
  minutesEn: z.string(),
  guests: z.array(guest),
  agenda: z.array(agendaItem),
  decisions: z.array(decision),
  photos: z.array(photo),
  guestBook: z.array(guestBookEntry),
  signatures: z.array(signature),
  parts: z.record(z.enum(ceremonyParts), part),
  /** The link that opens the screen in the hall without a sign-in, if there is one. Its address was told once. */
  hallLink: z.object({ madeBy: z.string(), madeAt: field.instant }).nullable(),
  /** Address of the public page and whether anybody can see it now. */
  news: z.object({ slug: z.string(), isShown: z.boolean() }).nullable(),
  abilities: z.record(z.enum(ceremonyActions), z.string().nullable()),
});
export type CeremonyDetail = z.infer<typeof ceremonyDetail>;

const livePerson = z.object({
  side,
  name: z.string(),
  nameEn: z.string(),
  posts: z.array(z.string()),
  postsEn: z.array(z.string()),
});
const liveItem = z.object({
  id: field.id,
  kind: z.enum(agendaKinds),
  title: z.string(),
  titleEn: z.string(),
  minutes: z.number().int().nullable(),
  begunAt: field.instant.nullable(),
  topics: z.array(z.object({ zh: z.string(), en: z.string() })),
  speakers: z.array(livePerson),
  speech: z.string(),
  speechEn: z.string(),
});

/** What the presider's remote shows. */
export const liveView = z.object({
  id: field.id,
  state: z.enum(ceremonyStates),
  revision: z.number().int(),
  title: z.string(),
  titleEn: z.string(),
  heldOn: field.day,
  place: z.string(),
  placeEn: z.string(),
  paper: z.string(),
  paperEn: z.string(),
  plaque: z.string(),
  plaqueEn: z.string(),
  school: z.string(),
  schoolEn: z.string(),
  enterprise: z.string(),
  enterpriseEn: z.string(),
  items: z.array(liveItem),
  currentId: field.id.nullable(),
  unveiledAt: field.instant.nullable(),
  signatures: z.array(signature),
  signers: z.array(livePerson),
  now: field.instant,
});
export type LiveView = z.infer<typeof liveView>;

/** What the wall of the hall shows: of the agenda only what is on now, and no speech. */
export const hallView = liveView
  .omit({ id: true, revision: true, items: true, currentId: true, now: true })
  .extend({
    steps: z.number().int(),
    /** Which item is on, from 0; -1 on the welcome screen. */
    at: z.number().int(),
    current: liveItem.omit({ minutes: true, begunAt: true, speech: true, speechEn: true }).nullable(),
  });
export type HallView = z.infer<typeof hallView>;

/** The largest photo that is taken, in bytes. */
export const maxPhoto = 12 * 1024 * 1024;

export const ceremonies = {
  list: route('GET', '/ceremonies', { may: bothOffices, summary: 'Ceremonies of both sides', tag })
    .input(
      listInput.extend({
        state: z.enum(ceremonyStates).optional(),
        agreementId: field.id.optional(),
        scope: z.enum(['coming']).optional(),
      }),
    )
    .output(listOutput(row)),
  get: route('GET', '/ceremonies/{ceremonyId}', { may: bothOffices, summary: 'One ceremony', tag })
    .input(ceremonyId)
    .output(ceremonyDetail),
  create: route('POST', '/ceremonies', {
    may: bothOffices,
    summary: 'Plan a ceremony for an agreement; agenda and checklist come from the template',
    tag,
    created: true,
  })
    .errors({ 'ceremony.no-such-agreement': { status: 422 }, 'ceremony.no-such-base': { status: 422 } })
    .input(
      z.object({
        agreementId: field.id,
        baseId: field.id.nullable().default(null),
        heldOn: field.day,
        timeOfDay: ceremonyPlan.shape.timeOfDay,
        beginsAt: ceremonyPlan.shape.beginsAt,
        place: ceremonyPlan.shape.place,
        placeEn: ceremonyPlan.shape.placeEn,
        hostSide: side,
      }),
    )
    .output(z.object({ id: field.id })),
  setPlan: route('PUT', '/ceremonies/{ceremonyId}', {
    may: bothOffices,
    summary: 'Change day, place, host and words of the plan',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(ceremonyId.extend({ revision, ...ceremonyPlan.shape }))
    .output(ceremonyDetail),
  setGuests: route('PUT', '/ceremonies/{ceremonyId}/guests/{side}', {
    may: bothOffices,
    summary: 'Set the guests of one side in order of precedence',
    tag,
  })
    .errors({
      ...notNow,
      ...changed,
      'ceremony.guest-speaks': { status: 409, data: z.object({ name: z.string() }) },
      'ceremony.no-such-guest': { status: 422 },
    })
    .input(ceremonyId.extend({ side, revision, guests: z.array(guestInput).max(60) }))
    .output(ceremonyDetail),
  setAgenda: route('PUT', '/ceremonies/{ceremonyId}/agenda', {
    may: bothOffices,
    summary: 'Set the agenda with speakers, speeches and what was said',
    tag,
  })
    .errors({ ...notNow, ...changed, 'ceremony.no-such-guest': { status: 422 } })
    .input(ceremonyId.extend({ revision, items: z.array(agendaItemInput).max(40) }))
    .output(ceremonyDetail),
  move: route('POST', '/ceremonies/{ceremonyId}/moves', {
    may: bothOffices,
    summary: 'Start, finish or cancel a ceremony',
    tag,
  })
    .errors(notNow)
    .input(
      ceremonyId.extend({
        action: z.enum(['start', 'finish', 'cancel']),
        reason: z.string().trim().max(1_000).default(''),
        /** At the finish: the plaque was unveiled, though nobody pressed the remote. */
        hasUnveiled: z.boolean().default(false),
      }),
    )
    .output(ceremonyDetail),
  live: route('GET', '/ceremonies/{ceremonyId}/live', {
    may: bothOffices,
    summary: 'What the screen in the hall shows now',
    tag,
  })
    .input(ceremonyId)
    .output(liveView),
  control: route('POST', '/ceremonies/{ceremonyId}/live', {
    may: bothOffices,
    summary: "The presider's remote: next, back, to one item, unveil",
    tag,
  })
    .errors({
      ...notNow,
      'ceremony.moved-already': { status: 409 },
      'ceremony.no-such-item': { status: 422 },
    })
    .input(
      ceremonyId.extend({
        /** The live revision that the remote showed when the button was pressed. */
        revision: z.number().int().min(0),
        press: z.enum(['next', 'back', 'go-to', 'unveil', 'veil']),
        itemId: field.id.nullable().default(null),
      }),
    )
    .output(liveView),
  setMinutes: route('PUT', '/ceremonies/{ceremonyId}/minutes', {
    may: bothOffices,
    summary: 'Write the minutes with their decisions',
    tag,
  })
    .errors({ ...notNow, ...changed })
    .input(
      ceremonyId.extend({
        revision,
        minutes: z.string().trim().max(30_000),
        minutesEn: z.string().trim().max(30_000).default(''),
        decisions: z.array(decisionInput).max(50),
        /** What was said at which item of the agenda. */
        summaries: z
          .array(
            z.object({
              itemId: field.id,
              summary: z.string().trim().max(3_000).default(''),
              summaryEn: z.string().trim().max(3_000).default(''),
            }),
          )
          .max(40)
          .default([]),
      }),
    )
    .output(ceremonyDetail),
  nameCards: route('GET', '/ceremonies/{ceremonyId}/name-cards', {
    may: bothOffices,
    summary: 'Name cards for the table, to be folded (PDF)',
    tag,
  })
    .errors({ 'ceremony.no-guests': { status: 409 } })
    .input(ceremonyId.extend({ side: side.optional() }))
    .output(z.file()),
  seatingPlan: route('GET', '/ceremonies/{ceremonyId}/seating-plan', {
    may: bothOffices,
    summary: 'Guests with their seats (PDF)',
    tag,
  })
    .errors({ 'ceremony.no-guests': { status: 409 } })
    .input(ceremonyId)
    .output(z.file()),
  addPhoto: route('POST', '/ceremonies/{ceremonyId}/photos', {
    may: bothOffices,
    summary: 'Add a photo (JPEG or PNG); what the camera wrote into it is removed only when asked',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'photo.not-a-picture': { status: 422 },
      'photo.too-large': { status: 422, data: z.object({ limit: z.number() }) },
      'photo.too-many': { status: 409, data: z.object({ limit: z.number() }) },
    })
    .input(
      ceremonyId.extend({
        file: z.file().max(maxPhoto),
        caption: z.string().trim().max(300).default(''),
        captionEn: z.string().trim().max(300).default(''),
        cameraData: z.enum(['keep', 'remove']),
      }),
    )
    .output(photo),
  captionPhoto: route('PUT', '/ceremonies/{ceremonyId}/photos/{photoId}', {
    may: bothOffices,
    summary: 'Change the caption of a photo; its releases end',
    tag,
  })
    .errors(notNow)
    .input(
      ceremonyId.extend({
        photoId: field.id,
        caption: z.string().trim().max(300),
        captionEn: z.string().trim().max(300).default(''),
      }),
    )
    .output(photo),
  removePhoto: route('DELETE', '/ceremonies/{ceremonyId}/photos/{photoId}', {
    may: bothOffices,
    summary: 'Remove a photo of the own side',
    tag,
  })
    .errors({ ...notNow, 'photo.other-side': { status: 403 } })
    .input(ceremonyId.extend({ photoId: field.id }))
    .output(done),
  photo: route('GET', '/ceremonies/{ceremonyId}/photos/{photoId}', {
    may: bothOffices,
    summary: 'The picture itself',
    tag,
  })
    .input(ceremonyId.extend({ photoId: field.id }))
    .output(z.file()),
  writeGuestBook: route('POST', '/ceremonies/{ceremonyId}/guest-book', {
    may: bothOffices,
    summary: 'Write into the guest book, in the name of a guest who stands beside',
    tag,
    created: true,
  })
    .errors(notNow)
    .input(
      ceremonyId.extend({
        name: field.line,
        post: z.string().trim().max(200).default(''),
        words: z.string().trim().min(1).max(1_000),
        side,
      }),
    )
    .output(guestBookEntry),
};
