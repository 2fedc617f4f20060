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

const tag = 'Training bases';
const names = { school: z.string(), schoolEn: z.string(), enterprise: z.string(), enterpriseEn: z.string() };

export const unit = z.object({
  id: field.id,
  name: z.string(),
  nameEn: z.string(),
  lengthWeeks: z.number().int(),
  isRequired: z.boolean(),
  position: z.number().int(),
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
  places: z.number().int(),
  availableFrom: field.day.nullable(),
  availableTo: field.day.nullable(),
});
export const mentor = z.object({
  id: field.id,
  staffId: field.id,
  name: z.string(),
  postTitle: z.string(),
  certificate: z.string(),
  maxLearners: z.number().int(),
});
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
const unitInUse = { 'base.unit-in-use': { status: 409, data: z.object({ name: z.string() }) } };

export const contract = {
  list: route('GET', '/training-bases', { may: bothStaff, summary: 'Training bases of both sides', tag })
    .input(listInput)
    .output(
      listOutput(
        baseHead.extend({
          unitCount: z.number().int(),
          stationCount: z.number().int(),
          places: z.number().int(),
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
  setUnits: route('PUT', '/training-bases/{baseId}/units', {
    may: bothOffices,
    summary: 'Set the training units',
    tag,
  })
    .errors({ ...unitInUse, 'base.unit-twice': { status: 422, data: z.object({ name: z.string() }) } })
    .input(
      baseId.extend({
        units: z
          .array(
            z.object({
              id: field.id.optional(),
              name: field.line,
              nameEn: z.string().trim().max(200).default(''),
              lengthWeeks: z.number().int().min(1).max(52),
              isRequired: z.boolean().default(true),
            }),
          )
          .max(40),
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
          unit: z.string(),
          unitWeeks: z.number().int().nullable(),
          places: z.number().int(),
        }),
      ),
      mentors: z.array(mentor.omit({ id: true, staffId: true }).extend({ id: field.id })),
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
  withdrawMentor: route('DELETE', '/training-bases/{baseId}/mentors/{mentorId}', {
    may: enterpriseLeads,
    summary: 'Withdraw a mentor from a base',
    tag,
  })
    .input(baseId.extend({ mentorId: field.id }))
    .output(done),
};
