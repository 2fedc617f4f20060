import { notFound } from '@dualtrack/platform/errors';
import { readFileBytes, storedFile } from '@dualtrack/platform/files';
import { type OperationContext, operationsOn } from '@dualtrack/platform/operation';
import { SigningError } from '@dualtrack/signing';
import { contract } from '../contract.ts';
import { sealField } from './close-document.ts';
import { composeAgreement, sha256 } from './compose.ts';
import { ownDb } from './own-db.ts';
import { signingPlan } from './signing-slots.ts';
import type { AgreementsTables } from './tables.ts';
import { verified } from './verified-file.ts';

const operation = operationsOn<AgreementsTables>();

function asFile(bytes: Uint8Array, name: string, type: string): File {
  return new File([Buffer.from(bytes)], name, { type });
}

async function rowOf(context: OperationContext<AgreementsTables>, id: string) {
  const row = await context.db.selectFrom('agreement').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('agreement');
  return row;
}

export const previewAgreement = operation(contract.preview, async (ctx, input) => {
  const row = await rowOf(ctx, input.agreementId);
  // Of a paper signed elsewhere the scan is the document; nothing that looks like it is composed.
  if (row.kind === 'registered') throw ctx.refuse('agreement.no-text');
  const bytes = await composeAgreement(ctx, row);
  if (bytes === null) throw ctx.refuse('agreement.no-text');
  return asFile(bytes, `${row.number}-preview.pdf`, 'application/pdf');
});

export const getDocument = operation(contract.document, async (ctx, input) => {
  const row = await rowOf(ctx, input.agreementId);
  if (row.documentId === null) throw ctx.refuse('agreement.no-document');
  return storedFile(ctx, row.documentId);
});

export const verifyKept = operation(contract.verification, async (ctx, input) => {
  const row = await rowOf(ctx, input.agreementId);
  const { documentId, documentDigest, documentSize, fileDigest } = row;
  if (documentId === null || documentSize === null) throw ctx.refuse('agreement.no-document');
  const { bytes } = await readFileBytes(ctx, documentId);
  const found = await verified(ctx.kernel, bytes, ctx.now);
  const recorded = await ctx.db
    .selectFrom('agreementSignature')
    .select(['field', 'certificateFingerprint'])
    .where('agreementId', '=', row.id)
    .execute();
  const { sealFingerprint } = await signingPlan(ctx, row);
  const seal = sealFingerprint === null ? [] : [[sealField, sealFingerprint]];
  const signers = (list: readonly (string | undefined)[][]) => JSON.stringify([...list].sort());
  return {
    ...found,
    record: {
      isKeptFile: found.digest === fileDigest,
      continuesFixedText: sha256(bytes.subarray(0, documentSize)) === documentDigest,
      hasRecordedSigners:
        signers(
          found.signatures
            .filter(({ kind }) => kind === 'signature')
            .map(({ field, certificate }) => [field, certificate?.fingerprint]),
        ) === signers([...recorded.map((one) => [one.field, one.certificateFingerprint]), ...seal]),
    },
  };
});

export const verifyUpload = operation(contract.verify, async (ctx, input) => {
  const bytes = new Uint8Array(await input.file.arrayBuffer());
  try {
    const found = await verified(ctx.kernel, bytes, ctx.now);
    const known = await ownDb(ctx)
      .selectFrom('agreement')
      .select(['id', 'number', 'title', 'titleEn'])
      .where((eb) => eb.or([eb('fileDigest', '=', found.digest), eb('documentDigest', '=', found.digest)]))
      .executeTakeFirst();
    const onRecord = known && { id: known.id, number: known.number, title: known.title || known.titleEn };
    return { ...found, onRecord: onRecord ?? null };
  } catch (error) {
    if (error instanceof SigningError && error.code.startsWith('pdf.')) {
      throw ctx.refuse('verification.not-a-pdf');
    }
    throw error;
  }
});
