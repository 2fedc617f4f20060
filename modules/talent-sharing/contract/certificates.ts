import { bothStaff, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { form, side } from '../shapes.ts';

const tag = 'Certificates of shared hours';
const entryId = z.object({ entryId: field.id });
const certificateId = z.object({ certificateId: field.id });

/** What a verifiable credential of the hours has to say, as it was when the certificate was made. */
export const credentialFacts = z.object({
  version: z.union([z.literal(1), z.literal(2)]),
  number: z.string(),
  issuers: z.array(
    z.object({
      side,
      code: z.string(),
      name: z.string(),
      nameEn: z.string(),
      attestedBy: z.string(),
    }),
  ),
  subject: z.object({ expertId: field.id, name: z.string(), nameEn: z.string() }),
  claim: z.object({
    form,
    title: z.string(),
    onDay: field.day,
    minutes: z.number().int(),
    giver: side,
    agreementNumber: z.string(),
    skills: z.object({
      from: z.enum(['need', 'card']),
      occupations: z.array(z.object({ code: z.string(), name: z.string(), nameEn: z.string() })),
      tags: z.array(z.string()),
    }),
  }),
  evidence: z.array(
    z.object({
      kind: z.enum(['session', 'stay']),
      id: field.id,
      from: z.string(),
      to: z.string(),
      place: z.string(),
      attested: z.array(z.object({ side, by: z.string(), at: field.instant.nullable() })),
    }),
  ),
  issuedAt: field.instant,
});

/** Certificates: a sealed file of one entry of the ledger, with the facts a credential needs. */
export const certificates = {
  make: route('POST', '/talent-hours/{entryId}/certificate', {
    may: bothStaff,
    summary: 'Make the certificate of attested hours, sealed by the platform; made once',
    tag,
    created: true,
  })
    .errors({ 'certificate.not-yours': { status: 403 } })
    .input(entryId)
    .output(
      z.object({
        id: field.id,
        number: z.string(),
        /** The address that is printed on it; told once, to whoever made it. */
        address: z.string().nullable(),
      }),
    ),
  file: route('GET', '/talent-certificates/{certificateId}/file', {
    may: bothStaff,
    audit: 'read',
    summary: 'The sealed certificate',
    tag,
  })
    .input(certificateId)
    .output(z.file()),
  facts: route('GET', '/talent-certificates/{certificateId}', {
    may: bothStaff,
    summary: 'The facts of a certificate, for a verifiable credential',
    tag,
  })
    .input(certificateId)
    .output(credentialFacts),
};
