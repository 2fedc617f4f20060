import type * as z from 'zod';
import type { InputIssue } from '../contract/index.ts';
import { Refusal } from '../errors.ts';
import { type AgreementPdfData, agreementPdfData } from './agreement-data.ts';
import type { ComposeAnswer, TemplatePlace } from './compose-job.ts';
import { type ComposeQueue, openComposeQueue } from './compose-queue.ts';
import { type NameCardsPdfData, nameCardsPdfData } from './name-card-data.ts';
import { type SharePictureData, sharePictureData } from './share-picture-data.ts';
import { type TablePdfData, tablePdfData } from './table-data.ts';

/** A template, its data, and the creation time that the file will carry (whole seconds are kept). */
export type PdfOrder =
  | { template: 'agreement'; data: AgreementPdfData; createdAt: Date }
  | { template: 'table'; data: TablePdfData; createdAt: Date }
  | { template: 'name-cards'; data: NameCardsPdfData; createdAt: Date };

/** A picture of facts; a picture carries no time. */
export type PictureOrder = { template: 'share-picture'; data: SharePictureData };
type Order = PdfOrder | (PictureOrder & { createdAt: Date });

const schemas: Readonly<Record<Order['template'], z.ZodType>> = {
  agreement: agreementPdfData,
  table: tablePdfData,
  'name-cards': nameCardsPdfData,
  'share-picture': sharePictureData,
};

/** A defect of a template of ours, with every place the compiler names. */
export class PdfTemplateError extends Error {
  readonly places: readonly TemplatePlace[];

  constructor(places: readonly TemplatePlace[]) {
    super(places.map((at) => `${at.file}:${at.line}:${at.column} ${at.message}`).join('; '));
    this.name = 'PdfTemplateError';
    this.places = places;
  }
}

const pointerOf = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** Places of the data that hold one of `characters`, walked in order. */
function placesHolding(characters: readonly string[], value: unknown, pointer = ''): InputIssue[] {
  if (typeof value === 'string') {
    const held = characters.filter((each) => value.includes(each));
    return held.length === 0
      ? []
      : [{ pointer, code: 'pdf.characters-unprintable', params: { characters: held.join('') } }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    placesHolding(characters, each, `${pointer}${pointerOf([key])}`),
  );
}

function checked(order: Order): unknown {
  const parsed = schemas[order.template].safeParse(order.data);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, code, message }) => ({
    pointer: pointerOf(path),
    code: `input.${code.replaceAll('_', '-')}`,
    params: { expected: message },
  }));
  throw new Refusal('pdf.data-invalid', 422, { template: order.template }, issues);
}

function bytesOf(answer: ComposeAnswer, template: string, data: unknown): Uint8Array {
  if (answer.kind === 'composed') return answer.bytes;
  if (answer.kind === 'template-failed') throw new PdfTemplateError(answer.places);
  const issues = placesHolding(answer.characters, data);
  throw new Refusal('pdf.characters-unprintable', 422, { template, characters: answer.characters }, issues);
}

/** Composes one order on a given queue; see `composePdf`. */
export async function composeOn(queue: ComposeQueue, order: Order): Promise<Uint8Array> {
  const data = checked(order);
  const createdAtSeconds = Math.floor(order.createdAt.getTime() / 1000);
  if (!Number.isFinite(createdAtSeconds))
    throw new Refusal('pdf.data-invalid', 422, {}, [
      { pointer: '/createdAt', code: 'input.invalid-type', params: { expected: 'a valid date' } },
    ]);
  const job = { template: order.template, data: JSON.stringify(data), createdAtSeconds };
  return bytesOf(await queue.run(job), order.template, data);
}

let queue: ComposeQueue | undefined;

/**
 * Composes a tagged PDF/A-2a. The same data and time give the same bytes. Runs in a thread of its own that starts
 * with the first document and ends after half a minute without work.
 * Refuses `pdf.data-invalid` and `pdf.characters-unprintable` (no glyph in our fonts), each with JSON pointers;
 * throws `PdfTemplateError` with places when a template of ours is at fault.
 */
export function composePdf(order: PdfOrder): Promise<Uint8Array> {
  queue ??= openComposeQueue();
  return composeOn(queue, order);
}

/** Draws a picture of 1200 × 630 pixels as PNG, in the thread that composes PDFs. Refuses like `composePdf`. */
export function composePicture(order: PictureOrder): Promise<Uint8Array> {
  queue ??= openComposeQueue();
  return composeOn(queue, { ...order, createdAt: new Date(0) });
}

/** Ends the composing thread; documents still waiting are rejected. A later `composePdf` starts a new one. */
export async function closePdf(): Promise<void> {
  await queue?.close();
}
