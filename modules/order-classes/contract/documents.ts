import { done, enterpriseStaff, field, route, schoolLeads } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { mostPaperBytes, paperKinds } from '../application-paper.ts';

const tag = 'Order classes';
const family = ['student', 'guardian'] as const;
const classId = z.object({ classId: field.id });
const action = z.object({ action: z.string() });
const notNow = {
  'class.not-your-role': { status: 403, data: action },
  'class.not-in-state': { status: 409, data: action },
  'application.over': { status: 409, data: z.object({ until: field.day }) },
} as const;

/** A paper beside an application. `isShared`: the enterprise's interviewers may read it. */
export const documentShape = z.object({
  id: field.id,
  applicationId: field.id,
  studentName: z.string(),
  kind: z.enum(paperKinds),
  fileName: z.string(),
  size: z.number().int(),
  isShared: z.boolean(),
  addedAt: field.instant,
});
export type ApplicationDocument = z.infer<typeof documentShape>;

/** The own papers; `needsGuardian`: a minor's, which the enterprise sees only once the guardian agrees. */
export const myDocumentsShape = z.object({
  documents: z.array(documentShape),
  needsGuardian: z.boolean(),
  whyNotAdd: z.string().nullable(),
});
export type MyDocuments = z.infer<typeof myDocumentsShape>;

export const documentsContract = {
  list: route('GET', '/order-classes/{classId}/application-documents', {
    may: [...schoolLeads, ...enterpriseStaff],
    summary: 'Papers of applicants; the enterprise’s people office and interviewers those shared with them',
    audit: 'read',
    tag,
  })
    .input(classId)
    .output(z.array(documentShape)),
  mine: route('GET', '/my-order-classes/{classId}/application-documents', {
    may: family,
    summary: 'The papers beside the own application',
    tag,
  })
    .input(classId)
    .output(myDocumentsShape),
  add: route('POST', '/my-order-classes/{classId}/application-documents', {
    may: ['student'],
    summary: 'Add a paper (PDF, PNG or JPEG) to the own application while choices are open',
    tag,
    created: true,
  })
    .errors({
      ...notNow,
      'document.not-applied': { status: 409 },
      'document.too-many': { status: 409, data: z.object({ limit: z.number().int() }) },
      'document.wrong-kind': { status: 422 },
    })
    .input(classId.extend({ kind: z.enum(paperKinds), file: z.file().min(1).max(mostPaperBytes) }))
    .output(myDocumentsShape),
  remove: route('DELETE', '/application-documents/{documentId}', {
    may: ['student', ...schoolLeads],
    summary: 'Remove a paper; a student the own one while choices are open',
    tag,
  })
    .errors(notNow)
    .input(z.object({ documentId: field.id }))
    .output(done),
  share: route('PUT', '/my-order-classes/{classId}/application-documents/consent', {
    may: ['guardian'],
    summary: 'A minor’s guardian lets the enterprise’s interviewers read the papers, or no longer',
    tag,
  })
    .input(classId.extend({ isShared: z.boolean() }))
    .output(myDocumentsShape),
  file: route('GET', '/application-documents/{documentId}/file', {
    may: [...family, ...schoolLeads, ...enterpriseStaff],
    summary: 'One paper as a file',
    audit: 'read',
    tag,
  })
    .input(z.object({ documentId: field.id }))
    .output(z.file()),
};
