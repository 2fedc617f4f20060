import type { PdfDocument } from './document.ts';
import { formOf } from './signature-field.ts';
import { type PdfDictionary, type PdfValue, pdfText, sameValue } from './values.ts';

/** What was done to a file after a signature. */
export type Change =
  | { kind: 'signature-added' | 'timestamp-added'; field: string; isVisible: boolean }
  | { kind: 'validation-data-added' }
  | { kind: 'metadata-changed' }
  /** Anything else: objects that were exchanged, removed, added or hidden. */
  | { kind: 'content-changed'; objects: readonly number[] }
  /** The file leads readers past the signed revision. */
  | { kind: 'history-rewritten' };

type Entries = PdfDictionary['entries'];

/** Two revisions of one file and the object numbers whose change has been accounted for. */
type Comparison = {
  before: PdfDocument;
  after: PdfDocument;
  touched: ReadonlySet<number>;
  explained: Set<number>;
  changes: Change[];
};

const noEntries: Entries = new Map();
const entriesOf = (value: PdfValue | undefined): Entries =>
  value?.type === 'dictionary' ? value.entries : noEntries;
const itemsOf = (value: PdfValue): readonly PdfValue[] => (value.type === 'array' ? value.items : []);

const isNew = (comparison: Comparison, number: number): boolean => {
  const place = comparison.before.placeOf(number);
  return comparison.touched.has(number) && (place === undefined || place.kind === 'free');
};

function differingKeys(left: Entries, right: Entries): string[] {
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => !sameValue(left.get(key), right.get(key)),
  );
}

/** Accounts for every new object that hangs on `value`; objects that were there before are never accounted for. */
async function explainNew(comparison: Comparison, value: PdfValue | undefined): Promise<void> {
  if (value === undefined) return;
  if (value.type === 'ref') {
    if (!isNew(comparison, value.number) || comparison.explained.has(value.number)) return;
    comparison.explained.add(value.number);
    await explainNew(comparison, (await comparison.after.object(value.number))?.value);
  } else if (value.type === 'array') for (const item of value.items) await explainNew(comparison, item);
  else if (value.type === 'dictionary' || value.type === 'stream')
    for (const item of value.entries.values()) await explainNew(comparison, item);
}

const fieldKeys = new Set([
  'Type',
  'Subtype',
  'FT',
  'T',
  'TU',
  'F',
  'Ff',
  'P',
  'Rect',
  'V',
  'AP',
  'MK',
  'Lock',
  'SV',
  'DA',
  'Kids',
  'NM',
  'M',
  'Border',
  'BS',
  'H',
]);

const isVisible = (field: Entries): boolean => {
  const rect = field.get('Rect');
  const [left = 0, bottom = 0, right = 0, top = 0] =
    rect?.type === 'array'
      ? rect.items.map((each) => (each.type === 'number' ? each.value : Number.NaN))
      : [];
  return left !== right && bottom !== top;
};

const named = (value: PdfValue | undefined, ...names: string[]) =>
  value?.type === 'name' && names.includes(value.value);

/** Accounts for a new signature field that shows nothing but its own appearance and does nothing. */
async function explainField(comparison: Comparison, item: PdfValue): Promise<boolean> {
  const { after, explained, changes } = comparison;
  if (item.type !== 'ref' || !isNew(comparison, item.number)) return false;
  const field = entriesOf((await after.object(item.number))?.value);
  const kids = field.get('Kids');
  const isPlain = [...field.keys()].every((key) => fieldKeys.has(key)) && named(field.get('FT'), 'Sig');
  if (!isPlain || (kids !== undefined && itemsOf(kids).length > 0)) return false;
  const value = field.get('V');
  const signature = entriesOf(await after.resolved(value));
  if (value !== undefined && !named(signature.get('Type'), 'Sig', 'DocTimeStamp')) return false;
  explained.add(item.number);
  for (const key of ['V', 'AP', 'MK', 'Lock', 'SV']) await explainNew(comparison, field.get(key));
  const name = field.get('T');
  changes.push({
    kind: named(signature.get('Type'), 'DocTimeStamp') ? 'timestamp-added' : 'signature-added',
    field: name?.type === 'string' ? pdfText(name.bytes) : '',
    isVisible: isVisible(field),
  });
  return true;
}

/** Accounts for a list that kept its items and gained only signature fields. */
async function explainList(
  comparison: Comparison,
  before: PdfValue | undefined,
  after: PdfValue | undefined,
) {
  const old = itemsOf(await comparison.before.resolved(before));
  const now = itemsOf(await comparison.after.resolved(after));
  if (!old.every((item, i) => sameValue(item, now[i]))) return false;
  for (const item of now.slice(old.length)) {
    const isKnown =
      item.type === 'ref' && isNew(comparison, item.number) && comparison.explained.has(item.number);
    if (!isKnown && !(await explainField(comparison, item))) return false;
  }
  if (after?.type === 'ref' && (isNew(comparison, after.number) || sameValue(before, after)))
    comparison.explained.add(after.number);
  return true;
}

/** An empty field that was there and has been signed. */
async function explainSignedFields(comparison: Comparison): Promise<void> {
  for (const number of comparison.touched) {
    const was = entriesOf((await comparison.before.object(number))?.value);
    const is = entriesOf((await comparison.after.object(number))?.value);
    if (!named(was.get('FT'), 'Sig') || was.has('V') || differingKeys(was, is).some((key) => key !== 'V'))
      continue;
    await explainNew(comparison, is.get('V'));
    comparison.explained.add(number);
    const name = is.get('T');
    const field = name?.type === 'string' ? pdfText(name.bytes) : '';
    comparison.changes.push({ kind: 'signature-added', field, isVisible: isVisible(is) });
  }
}

async function explainForm(comparison: Comparison, was: PdfValue | undefined, is: PdfValue | undefined) {
  const old = entriesOf((await formOf(comparison.before)) ?? undefined);
  const now = entriesOf((await formOf(comparison.after)) ?? undefined);
  // Resources and defaults of a form matter to text fields only, and may come only together with a first form.
  const allowed =
    old.size === 0 ? ['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances'] : ['Fields', 'SigFlags'];
  if (differingKeys(old, now).some((key) => !allowed.includes(key))) return false;
  if (!(await explainList(comparison, old.get('Fields'), now.get('Fields')))) return false;
  await explainNew(comparison, now.get('DR'));
  if (is?.type === 'ref' && (isNew(comparison, is.number) || sameValue(was, is)))
    comparison.explained.add(is.number);
  return true;
}

async function explainCatalog(comparison: Comparison): Promise<void> {
  const { before, after, explained, changes } = comparison;
  const root = after.trailer.get('Root');
  if (!sameValue(before.trailer.get('Root'), root)) return;
  const was = entriesOf(await before.resolved(root));
  const is = entriesOf(await after.resolved(root));
  const differing = differingKeys(was, is);
  const isForm = await explainForm(comparison, was.get('AcroForm'), is.get('AcroForm'));
  if (!isForm || differing.some((key) => !['AcroForm', 'DSS', 'Extensions'].includes(key))) return;
  if (root?.type === 'ref') explained.add(root.number);
  const store = entriesOf(await after.resolved(is.get('DSS')));
  const storeKeys = ['Type', 'VRI', 'Certs', 'OCSPs', 'CRLs'];
  const storeRef = is.get('DSS');
  const isTouched =
    storeRef?.type === 'ref' ? comparison.touched.has(storeRef.number) : differing.includes('DSS');
  if (!isTouched || [...store.keys()].some((key) => !storeKeys.includes(key))) return;
  if (storeRef?.type === 'ref' && sameValue(was.get('DSS'), storeRef)) explained.add(storeRef.number);
  await explainNew(comparison, storeRef);
  for (const key of storeKeys) await explainNew(comparison, store.get(key));
  changes.push({ kind: 'validation-data-added' });
}

/** Pages that gained nothing but the widgets of new signatures. */
async function explainPages(comparison: Comparison): Promise<void> {
  for (const number of comparison.touched) {
    const was = entriesOf((await comparison.before.object(number))?.value);
    const is = entriesOf((await comparison.after.object(number))?.value);
    if (!named(was.get('Type'), 'Page')) continue;
    const others = differingKeys(was, is).filter((key) => key !== 'Annots');
    if (others.length === 0 && (await explainList(comparison, was.get('Annots'), is.get('Annots'))))
      comparison.explained.add(number);
  }
}

async function explainMetadata(comparison: Comparison): Promise<void> {
  const { before, after, touched, explained, changes } = comparison;
  const catalog = entriesOf(await before.resolved(before.trailer.get('Root')));
  for (const ref of [before.trailer.get('Info'), catalog.get('Metadata')]) {
    if (ref?.type !== 'ref' || !touched.has(ref.number) || explained.has(ref.number)) continue;
    if ((await after.object(ref.number)) === undefined) continue;
    explained.add(ref.number);
    changes.push({ kind: 'metadata-changed' });
  }
}

async function explainRepeated(comparison: Comparison): Promise<void> {
  const { before, after, touched, explained } = comparison;
  for (const section of after.sections)
    if (section.streamObject !== null && isNew(comparison, section.streamObject))
      explained.add(section.streamObject);
  for (const number of touched) {
    const place = after.placeOf(number);
    if (place?.kind === 'inside' && isNew(comparison, place.stream)) explained.add(place.stream);
    const [was, is] = [await before.object(number), await after.object(number)];
    if (sameValue(was?.value, is?.value)) explained.add(number);
  }
}

/**
 * What a file gained since one of its revisions. Only what signing needs is accounted for, by rule; everything else,
 * also objects that nothing shows yet, is `content-changed` (compare the shadow and incremental-saving attacks,
 * Mainka et al. 2021).
 */
export async function changesSince(before: PdfDocument, after: PdfDocument): Promise<Change[]> {
  const newer = after.sections.length - before.sections.length;
  const isContinued = before.sections.every(
    (section, i) => section.offset === after.sections[newer + i]?.offset,
  );
  if (newer < 0 || !isContinued) return [{ kind: 'history-rewritten' }];
  const touched = new Set(after.sections.slice(0, newer).flatMap((section) => [...section.places.keys()]));
  const comparison: Comparison = { before, after, touched, explained: new Set(), changes: [] };
  await explainRepeated(comparison);
  await explainCatalog(comparison);
  await explainSignedFields(comparison);
  await explainPages(comparison);
  await explainMetadata(comparison);
  const hidden = [...touched].filter((number) => !comparison.explained.has(number));
  const isRerouted = ['Root', 'Encrypt'].some(
    (key) => !sameValue(before.trailer.get(key), after.trailer.get(key)),
  );
  if (hidden.length > 0 || isRerouted)
    comparison.changes.push({ kind: 'content-changed', objects: hidden.sort((a, b) => a - b).slice(0, 20) });
  return comparison.changes;
}
