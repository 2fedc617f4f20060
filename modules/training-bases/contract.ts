import {
  bothOffices,
  bothStaff,
  done,
  enterpriseLeads,
  field,
  listInput,
  listOutput,
  route,
} from '@dualtrack/platform/contract';
import * as z from 'zod';
import { bookingContract } from './booking-contract.ts';
import { attentionContract, equipmentSheetContract } from './care-contract.ts';
import { inductionContract } from './induction-contract.ts';
import { shift } from './shift.ts';

const tag = 'Training bases';
const stretch = { from: field.day, to: field.day, note: z.string().trim().max(100).default('') };
const placesPeriod = z.object({ ...stretch, places: z.number().int().min(0).max(200) });
const absence = z.object(stretch);
/** Conditions of a piece of equipment. */
export const conditions = ['ready', 'limited', 'broken'] as const;
const names = { school: z.string(), schoolEn: z.string(), enterprise: z.string(), enterpriseEn: z.string() };

export const unit = z.object({
  id: field.id,
  name: z.string(),
  nameEn: z.string(),
  lengthWeeks: z.number().int(),
  isRequired: z.boolean(),
  position: z.number().int(),
  shift: shift.nullable(),
  /** Units of the base that have to be begun before this one. */
  after: z.array(field.id),
});
/** A training unit as it is written; without an id it is new. */
export const unitInput = z.object({
  id: field.id.optional(),
  name: field.line,
  nameEn: z.string().trim().max(200).default(''),
  lengthWeeks: z.number().int().min(1).max(52),
  isRequired: z.boolean().default(true),
  /** Absent: as it was. */
  shift: shift.nullable().optional(),
  /** Units of the same list that have to be begun first, by id or name; absent: as it was. */
  after: z.array(z.string().trim().min(1).max(200)).max(40).optional(),
});
export const station = z.object({
  id: field.id,
  unitId: field.id,
  workstationId: field.id,
  code: z.string(),
  name: z.string(),
  nameEn: z.string(),
  siteId: field.id,
  siteName: z.string(),
  siteNameEn: z.string(),
  siteRegion: z.string(),
  places: z.number().int(),
  availableFrom: field.day.nullable(),
  availableTo: field.day.nullable(),
  shift: shift.nullable(),
  periods: z.array(placesPeriod),
});
export const equipment = z.object({
  id: field.id,
  stationId: field.id.nullable(),
  assetNumber: z.string(),
  name: z.string(),
  nameEn: z.string(),
  condition: z.enum(conditions),
  inspectionDue: field.day.nullable(),
  note: z.string(),
});
export const mentor = z.object({
  id: field.id,
  staffId: field.id,
  staffNumber: z.string(),
  name: z.string(),
  postTitle: z.string(),
  postTitleEn: z.string(),
  certificate: z.string(),
  /** Last day on which it counts; null: it does not run out. */
  certificateUntil: field.day.nullable(),
  maxLearners: z.number().int(),
  absences: z.array(absence),
  /** Units in which the mentor looks after learners; none: in all. */
  unitIds: z.array(field.id),
});
/** Where the base is: degrees north and east. */
const position = {
  address: z.string(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
};
const baseHead = z.object({
  id: field.id,
  home: field.id,
  enterpriseId: field.id,
  name: z.string(),
  nameEn: z.string(),
  unveiledOn: field.day.nullable(),
  ...names,
});
export const baseDetail = baseHead.extend({
  plaque: z.string(),
  note: z.string(),
  agreementId: field.id.nullable(),
  units: z.array(unit),
  stations: z.array(station),
  mentors: z.array(mentor),
  equipment: z.array(equipment),
  ...position,
  photos: z.array(z.object({ id: field.id, caption: z.string(), captionEn: z.string() })),
});
export type BaseDetail = z.infer<typeof baseDetail>;

const baseId = z.object({ baseId: field.id });
const facts = {
  name: field.line,
  nameEn: z.string().trim().max(200).default(''),
  plaque: z.string().trim().max(200).default(''),
  unveiledOn: field.day.nullable().default(null),
  note: field.text.default(''),
};
const misplaced = { 'base.stretch-misplaced': { status: 422, data: z.object({ from: z.string() }) } };
const unitOrder = {
  'base.unit-order-circle': { status: 422, data: z.object({ circle: z.string() }) },
  'base.unit-order-unknown': { status: 422, data: z.object({ name: z.string(), first: z.string() }) },
  'base.unit-order-optional': { status: 422, data: z.object({ name: z.string(), first: z.string() }) },
};
const unitInUse = { 'base.unit-in-use': { status: 409, data: z.object({ name: z.string() }) } };

export const contract = {
  induction: inductionContract,
  bookings: bookingContract,
  equipmentSheet: equipmentSheetContract,
  attention: attentionContract,
  list: route('GET', '/training-bases', { may: bothStaff, summary: 'Training bases of both sides', tag })
    .input(listInput)
    .output(
      listOutput(
        baseHead.extend({
          unitCount: z.number().int(),
          stationCount: z.number().int(),
          places: z.number().int(),
          /** Where most of its stations stand, else where the enterprise is; empty: nobody said. */
          region: z.string(),
        }),
      ),
    ),
  get: route('GET', '/training-bases/{baseId}', { may: bothStaff, summary: 'One training base', tag })
    .input(baseId)
    .output(baseDetail),
  create: route('POST', '/training-bases', {
    may: bothOffices,
    summary: 'Found a training base under an agreement',
    tag,
    created: true,
  })
    .errors({ 'base.no-such-agreement': { status: 422 } })
    .input(z.object({ agreementId: field.id, ...facts }))
    .output(z.object({ id: field.id })),
  update: route('PUT', '/training-bases/{baseId}', {
    may: bothOffices,
    summary: 'Change name, plaque and day of unveiling',
    tag,
  })
    .input(baseId.extend(facts))
    .output(baseDetail),
  setPosition: route('PUT', '/training-bases/{baseId}/position', {
    may: bothOffices,
    summary: 'Set address and position on the map',
    tag,
  })
    .errors({ 'base.half-position': { status: 422 } })
    .input(baseId.extend({ ...position, address: z.string().trim().max(300) }))
    .output(baseDetail),
  addPhoto: route('POST', '/training-bases/{baseId}/photos', {
    may: bothOffices,
    summary: 'Add a photo (JPEG or PNG) to the profile',
    tag,
    created: true,
  })
    .errors({
      'base.not-a-picture': { status: 422 },
      'base.too-many-photos': { status: 409, data: z.object({ limit: z.number() }) },
    })
    .input(
      baseId.extend({
        file: z.file().max(12 * 1024 * 1024),
        caption: z.string().trim().max(200).default(''),
        captionEn: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.object({ id: field.id })),
  removePhoto: route('DELETE', '/training-bases/{baseId}/photos/{photoId}', {
    may: bothOffices,
    summary: 'Remove a photo',
    tag,
  })
    .input(baseId.extend({ photoId: field.id }))
    .output(done),
  photo: route('GET', '/training-bases/{baseId}/photos/{photoId}', {
    may: bothStaff,
    summary: 'A photo',
    tag,
  })
    .input(baseId.extend({ photoId: field.id }))
    .output(z.file()),
  setUnits: route('PUT', '/training-bases/{baseId}/units', {
    may: bothOffices,
    summary: 'Set the training units',
    tag,
  })
    .errors({
      ...unitInUse,
      ...unitOrder,
      'base.unit-twice': { status: 422, data: z.object({ name: z.string() }) },
    })
    .input(
      baseId.extend({
        units: z.array(unitInput).max(40),
      }),
    )
    .output(baseDetail),
  offerable: route('GET', '/offerable-stations', {
    may: enterpriseLeads,
    summary: 'Own workstations and mentors that can be offered to a base',
    tag,
  }).output(
    z.object({
      workstations: z.array(
        z.object({
          id: field.id,
          code: z.string(),
          name: z.string(),
          nameEn: z.string(),
          siteName: z.string(),
          siteNameEn: z.string(),
          unit: z.string(),
          unitWeeks: z.number().int().nullable(),
          places: z.number().int(),
        }),
      ),
      mentors: z.array(
        mentor
          .omit({ id: true, staffId: true, absences: true, certificateUntil: true, unitIds: true })
          .extend({ id: field.id }),
      ),
    }),
  ),
  offerStations: route('POST', '/training-bases/{baseId}/stations', {
    may: enterpriseLeads,
    summary: 'Offer workstations to a base',
    tag,
  })
    .errors({
      'base.no-such-workstation': { status: 422 },
      'base.no-such-unit': { status: 422 },
      'base.too-many-places': { status: 422, data: z.object({ name: z.string(), places: z.number() }) },
    })
    .input(
      baseId.extend({
        stations: z
          .array(
            z.object({
              workstationId: field.id,
              unitId: field.id,
              places: z.number().int().min(1).max(200),
              availableFrom: field.day.nullable().default(null),
              availableTo: field.day.nullable().default(null),
            }),
          )
          .min(1)
          .max(200),
      }),
    )
    .output(baseDetail),
  setStation: route('PUT', '/training-bases/{baseId}/stations/{stationId}', {
    may: enterpriseLeads,
    summary: 'Set places, closed stretches and working hours of a workstation',
    tag,
  })
    .errors({
      ...misplaced,
      'base.too-many-places': { status: 422, data: z.object({ name: z.string(), places: z.number() }) },
    })
    .input(
      baseId.extend({
        stationId: field.id,
        places: z.number().int().min(1).max(200),
        availableFrom: field.day.nullable(),
        availableTo: field.day.nullable(),
        periods: z.array(placesPeriod).max(60),
        shift: shift.nullable(),
      }),
    )
    .output(baseDetail),
  withdrawStation: route('DELETE', '/training-bases/{baseId}/stations/{stationId}', {
    may: enterpriseLeads,
    summary: 'Withdraw a workstation from a base',
    tag,
  })
    .input(baseId.extend({ stationId: field.id }))
    .output(done),
  offerMentors: route('POST', '/training-bases/{baseId}/mentors', {
    may: enterpriseLeads,
    summary: 'Offer mentors to a base',
    tag,
  })
    .errors({ 'base.no-such-mentor': { status: 422 } })
    .input(baseId.extend({ staffIds: z.array(field.id).min(1).max(200) }))
    .output(baseDetail),
  setMentor: route('PUT', '/training-bases/{baseId}/mentors/{mentorId}', {
    may: enterpriseLeads,
    summary: 'Set how many learners a mentor takes, in which units, and when none',
    tag,
  })
    .errors({ ...misplaced, 'base.no-such-unit': { status: 422 } })
    .input(
      baseId.extend({
        mentorId: field.id,
        maxLearners: z.number().int().min(1).max(50),
        absences: z.array(absence).max(60),
        /** Last day of the certificate; absent: as it was. */
        certificateUntil: field.day.nullable().optional(),
        /** Units of the base; absent: as they were, empty: all. */
        unitIds: z.array(field.id).max(60).optional(),
      }),
    )
    .output(baseDetail),
  saveEquipment: route('PUT', '/training-bases/{baseId}/equipment', {
    may: enterpriseLeads,
    summary: 'Add or change a piece of equipment',
    tag,
  })
    .errors({
      'base.no-such-station': { status: 422 },
      'base.asset-twice': { status: 409, data: z.object({ assetNumber: z.string() }) },
    })
    .input(
      baseId.extend({
        id: field.id.optional(),
        stationId: field.id.nullable().default(null),
        assetNumber: z.string().trim().min(1).max(60),
        name: field.line,
        nameEn: z.string().trim().max(200).default(''),
        condition: z.enum(conditions).default('ready'),
        inspectionDue: field.day.nullable().default(null),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(baseDetail),
  removeEquipment: route('DELETE', '/training-bases/{baseId}/equipment/{equipmentId}', {
    may: enterpriseLeads,
    summary: 'Take a piece of equipment off the inventory',
    tag,
  })
    .input(baseId.extend({ equipmentId: field.id }))
    .output(done),
  withdrawMentor: route('DELETE', '/training-bases/{baseId}/mentors/{mentorId}', {
    may: enterpriseLeads,
    summary: 'Withdraw a mentor from a base',
    tag,
  })
    .input(baseId.extend({ mentorId: field.id }))
    .output(done),
};
