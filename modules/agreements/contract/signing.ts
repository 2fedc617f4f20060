import { bothOffices, done, field, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { signRoles, slotChannels, slotSides, slotStates } from '../sign-slots.ts';

const tag = 'Agreements: signing';
const offices = ['school-office', 'enterprise-hr'] as const;
const agreementId = z.object({ agreementId: field.id });
const slotId = agreementId.extend({ slotId: field.id });
const side = z.enum(['school', 'enterprise']);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const mail = z.email().max(200).nullable().default(null);

const mandate = z.object({
  /** The person for whom the delegate signs, with their post. */
  for: field.line,
  scope: z.string().trim().min(2).max(500),
  until: field.day,
});

const part = z.number().min(0).max(1);
/** Handwriting on a pad three times as wide as high, or the name typed by somebody who cannot draw. */
export const handwriting = z.union([
  z.object({
    kind: z.literal('strokes'),
    strokes: z
      .array(
        z
          .array(z.tuple([part, part]))
          .min(1)
          .max(2_000),
      )
      .min(1)
      .max(100),
  }),
  z.object({ kind: z.literal('typed'), text: z.string().trim().min(1).max(60) }),
]);

const slotInput = z.object({
  id: field.id.optional(),
  side: z.enum(slotSides),
  role: z.enum(signRoles),
  step: z.number().int().min(1).max(20).default(1),
  name: z.string().trim().min(1).max(60),
  post: z.string().trim().max(100).default(''),
  organisation: z.string().trim().max(200).default(''),
  channel: z.enum(slotChannels).default('account'),
  mail,
  /** A second mail takes the code; without one the office hands the code over. */
  secondMail: mail,
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d -]{6,25}$/)
    .nullable()
    .default(null),
  mandate: mandate.nullable().default(null),
});

const slot = z.object({
  id: field.id,
  field: z.string(),
  side: z.enum(slotSides),
  role: z.enum(signRoles),
  step: z.number().int(),
  name: z.string(),
  post: z.string(),
  organisation: z.string(),
  channel: z.enum(slotChannels),
  /** How the person is reached; only the own side and for third persons both sides see it. */
  reach: z
    .object({ mail: z.string().nullable(), secondMail: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  mandate: mandate.nullable(),
  hasMandateFile: z.boolean(),
  mandateRevokedAt: field.instant.nullable(),
  hasHandwriting: z.boolean(),
  state: z.enum(slotStates),
  isTurn: z.boolean(),
  isOwn: z.boolean(),
  signedAt: field.instant.nullable(),
  keyKind: z.string().nullable(),
  openedAt: field.instant.nullable(),
  remindedAt: field.instant.nullable(),
  declineReason: z.string(),
  link: z
    .object({ sentAt: field.instant, expiresAt: field.instant, isLocked: z.boolean(), isUsed: z.boolean() })
    .nullable(),
  whyNot: z.string().nullable(),
});
export type SigningSlot = z.infer<typeof slot>;

export const signingView = z.object({
  agreementId: field.id,
  dueOn: field.day.nullable(),
  remindEveryDays: z.number().int(),
  slots: z.array(slot),
  seals: z.array(z.object({ side, acrossPages: z.boolean(), putBy: z.string(), putAt: field.instant })),
  /** Why the plan and what is drawn into the paper cannot be changed; null while they can. */
  whyNotChange: z.string().nullable(),
  documentDigest: z.string().nullable(),
  platformSeal: z.object({ fingerprint: z.string(), level: z.string() }).nullable(),
});
export type SigningView = z.infer<typeof signingView>;

const planErrors = {
  'agreement.not-your-role': { status: 403 },
  'agreement.not-in-state': { status: 409 },
  'signing.begun': { status: 409 },
  'signing.slot-settled': { status: 409 },
};
const slotErrors = {
  'signing.already-signed': { status: 409 },
  'signing.declined': { status: 409 },
  'signing.not-your-turn': { status: 409 },
  'signing.expired': { status: 409 },
  'signing.mandate-missing': { status: 409 },
  'signing.mandate-revoked': { status: 409 },
  'signing.mandate-ended': { status: 409 },
  'agreement.not-the-signer': { status: 403 },
};
/** Refusals of the signature itself, whichever way it is given. */
export const signErrors = {
  ...slotErrors,
  'signing.secret-wrong': { status: 403 },
  'signing.secret-locked': { status: 429, data: z.object({ minutes: z.number() }) },
  'signing.certificate-expired': { status: 409 },
  'signing.certificate-unusable': { status: 422 },
  'signing.certificate-other-name': { status: 409, data: z.object({ name: z.string() }) },
  'signing.clock-behind': { status: 409 },
  'signing.digest-differs': { status: 409 },
  'signing.timestamp-refused': { status: 503 },
};

const token = z.object({ token: z.string().max(200) });
const pass = token.extend({ pass: z.string().min(20).max(100) });
const linkErrors = { 'link.unknown': { status: 404 }, 'signing.pass-over': { status: 403 } };
const certificateFile = z.file().max(200_000);

export const signing = {
  get: route('GET', '/agreements/{agreementId}/signing', {
    may: bothOffices,
    summary: 'Who signs in which role and order, and how far each is',
    tag,
  })
    .input(agreementId)
    .output(signingView),
  setPlan: route('PUT', '/agreements/{agreementId}/signing', {
    may: offices,
    summary: 'Set the own side’s signers, third witnesses, order and last day, before the first signature',
    tag,
  })
    .errors(planErrors)
    .input(
      agreementId.extend({
        dueOn: field.day.nullable().default(null),
        remindEveryDays: z.number().int().min(1).max(30).default(3),
        slots: z.array(slotInput).min(1).max(20),
      }),
    )
    .output(signingView),
  setDue: route('PUT', '/agreements/{agreementId}/signing/due', {
    may: offices,
    summary: 'Move the last day of signing',
    tag,
  })
    .errors(planErrors)
    .input(agreementId.extend({ dueOn: field.day.nullable() }))
    .output(signingView),
  putMandate: route('PUT', '/agreements/{agreementId}/signing/slots/{slotId}/mandate', {
    may: offices,
    summary: 'Attach the document of a delegate’s mandate',
    tag,
  })
    .errors(planErrors)
    .input(
      slotId.extend({
        file: z.file().max(20_000_000).mime(['application/pdf', 'image/jpeg', 'image/png']),
      }),
    )
    .output(signingView),
  mandate: route('GET', '/agreements/{agreementId}/signing/slots/{slotId}/mandate', {
    may: bothOffices,
    summary: 'The document of a mandate',
    tag,
    audit: 'read',
  })
    .errors({ 'agreement.no-document': { status: 409 } })
    .input(slotId)
    .output(z.file()),
  revokeMandate: route('POST', '/agreements/{agreementId}/signing/slots/{slotId}/mandate/revoke', {
    may: offices,
    summary: 'Revoke a mandate: from now on the delegate cannot sign',
    tag,
  })
    .errors(planErrors)
    .input(slotId)
    .output(signingView),
  sendLink: route('POST', '/agreements/{agreementId}/signing/slots/{slotId}/link', {
    may: offices,
    summary: 'Mail a one-time link for signing without an account; earlier links of the slot end',
    tag,
    created: true,
  })
    .errors({ ...planErrors, ...slotErrors, 'signing.no-mail': { status: 409 } })
    .input(slotId)
    .output(
      z.object({
        /** The code to hand over by telephone or in person; null when a second mail took it. */
        code: z.string().nullable(),
        expiresAt: field.instant,
      }),
    ),
  revokeLink: route('DELETE', '/agreements/{agreementId}/signing/slots/{slotId}/link', {
    may: offices,
    summary: 'End the one-time link of a slot',
    tag,
  })
    .errors(planErrors)
    .input(slotId)
    .output(signingView),
  putSeal: route('PUT', '/agreements/{agreementId}/signing/seal', {
    may: offices,
    summary: 'Draw the own side’s seal image into the paper, before the first signature',
    tag,
  })
    .errors({ ...planErrors, 'signing.seal-unreadable': { status: 422 } })
    .input(
      agreementId.extend({
        file: z.file().max(400_000).mime(['image/png']),
        /** Also in slices along the edge of all pages. */
        acrossPages: z
          .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
          .default(true),
      }),
    )
    .output(signingView),
  removeSeal: route('DELETE', '/agreements/{agreementId}/signing/seal', {
    may: offices,
    summary: 'Take the own side’s seal image out of the paper, before the first signature',
    tag,
  })
    .errors(planErrors)
    .input(agreementId)
    .output(signingView),
  putHandwriting: route('PUT', '/agreements/{agreementId}/signing/slots/{slotId}/handwriting', {
    may: offices,
    summary: 'Draw the own handwriting into the paper, before the first signature',
    tag,
  })
    .errors({ ...planErrors, ...slotErrors })
    .input(slotId.extend({ handwriting: handwriting.nullable() }))
    .output(signingView),
  signWithFile: route('POST', '/agreements/{agreementId}/signing/certificate-signatures', {
    may: offices,
    summary: 'Sign with the own certificate file (.p12); neither file nor password is kept',
    tag,
    created: true,
  })
    .errors({ ...planErrors, ...signErrors })
    .input(agreementId.extend({ file: certificateFile, password: z.string().max(200), digest }))
    .output(signingView),
  decline: route('POST', '/agreements/{agreementId}/signing/slots/{slotId}/decline', {
    may: offices,
    summary: 'Decline to sign in the own slot, with a reason',
    tag,
  })
    .errors({ ...planErrors, ...slotErrors })
    .input(slotId.extend({ reason: z.string().trim().min(2).max(2_000) }))
    .output(signingView),
  link: {
    show: route('GET', '/signing/{token}', {
      may: 'anyone',
      summary: 'What a one-time link is for; changes nothing',
      tag,
    })
      .errors(linkErrors)
      .input(token)
      .output(
        z.object({
          name: z.string(),
          role: z.enum(signRoles),
          organisation: z.string(),
          codeBy: z.enum(['second-mail', 'office']),
          expiresAt: field.instant,
          illustrative: z.boolean(),
        }),
      ),
    enterCode: route('POST', '/signing/{token}/code', {
      may: 'anyone',
      summary: 'Enter the code that came by another way; five wrong ones end the link',
      tag,
    })
      .errors({ ...linkErrors, 'signing.code-wrong': { status: 403, data: z.object({ left: z.number() }) } })
      .input(token.extend({ code: z.string().trim().max(20) }))
      .output(z.object({ pass: z.string(), until: field.instant })),
    open: route('POST', '/signing/{token}/open', {
      may: 'anyone',
      summary: 'The agreement behind the link, after the code',
      tag,
    })
      .errors(linkErrors)
      .input(pass)
      .output(
        z.object({
          number: z.string(),
          title: z.string(),
          titleEn: z.string(),
          school: z.string(),
          schoolEn: z.string(),
          enterprise: z.string(),
          enterpriseEn: z.string(),
          name: z.string(),
          post: z.string(),
          role: z.enum(signRoles),
          digest,
          canDraw: z.boolean(),
          signers: z.array(
            z.object({ name: z.string(), role: z.enum(signRoles), state: z.enum(slotStates) }),
          ),
          whyNot: z.string().nullable(),
        }),
      ),
    document: route('POST', '/signing/{token}/document', {
      may: 'anyone',
      summary: 'The document to read before signing',
      tag,
    })
      .errors(linkErrors)
      .input(pass)
      .output(z.file()),
    putHandwriting: route('PUT', '/signing/{token}/handwriting', {
      may: 'anyone',
      summary: 'Draw the own handwriting into the paper, before the first signature',
      tag,
    })
      .errors({ ...linkErrors, ...planErrors, ...slotErrors })
      .input(pass.extend({ handwriting: handwriting.nullable() }))
      .output(z.object({ digest })),
    sign: route('POST', '/signing/{token}/signature', {
      may: 'anyone',
      summary: 'Sign by the link: once, over the document whose digest was shown',
      tag,
      created: true,
    })
      .errors({ ...linkErrors, ...planErrors, ...signErrors })
      .input(
        pass.extend({
          digest,
          /** The name typed by the signer: the second, conscious step. */
          name: z.string().trim().min(1).max(60),
          file: certificateFile.optional(),
          password: z.string().max(200).optional(),
        }),
      )
      .output(z.object({ signedAt: field.instant, fingerprint: z.string() })),
    decline: route('POST', '/signing/{token}/decline', {
      may: 'anyone',
      summary: 'Decline to sign by the link, with a reason',
      tag,
    })
      .errors({ ...linkErrors, ...planErrors, ...slotErrors })
      .input(pass.extend({ reason: z.string().trim().min(2).max(2_000) }))
      .output(done),
  },
};
