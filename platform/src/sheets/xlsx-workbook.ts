import { SheetRefusal } from './sheet-refusal.ts';
import { attribute } from './xml-text.ts';
import type { ZipEntry } from './zip-directory.ts';
import { inflateWhole } from './zip-inflate.ts';

/** Where the parts of a workbook lie in the archive, and which of its sheets is to be read. */
export type Workbook = {
  sheet: { name: string; entry: ZipEntry };
  strings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
  is1904: boolean;
};

type Relation = { id: string; type: string; path: string };

/**
 * Finds the sheet to read: the visible one whose name is among `sheetNames`, otherwise the first visible
 * one. Hidden sheets are never read. Throws SheetRefusal `import.not-a-workbook | sheet-missing | file-damaged`.
 */
export async function openWorkbook(
  bytes: Buffer,
  entries: ReadonlyMap<string, ZipEntry>,
  sheetNames: readonly string[],
): Promise<Workbook> {
  const read = async (path: string): Promise<string> => {
    const entry = entries.get(path);
    if (entry === undefined) throw new SheetRefusal('import.not-a-workbook', { missing: path });
    return inflateWhole(bytes, entry);
  };
  const root = relations(await read('_rels/.rels'), '').find((one) => one.type === 'officeDocument');
  if (root === undefined) throw new SheetRefusal('import.not-a-workbook', { missing: 'officeDocument' });
  const folder = root.path.slice(0, root.path.lastIndexOf('/') + 1);
  const xml = await read(root.path);
  const own = relations(
    await read(`${folder}_rels/${root.path.slice(folder.length)}.rels`),
    folder.slice(0, -1),
  );
  const part = (type: string) => entries.get(own.find((one) => one.type === type)?.path ?? '');
  const sheet = chooseSheet(xml, sheetNames);
  const entry = entries.get(own.find((one) => one.id === sheet.relation)?.path ?? '');
  if (entry === undefined) throw new SheetRefusal('import.file-damaged', { part: sheet.name });
  const properties = /<(?:\w+:)?workbookPr\b[^>]*>/.exec(xml)?.[0] ?? '';
  return {
    sheet: { name: sheet.name, entry },
    strings: part('sharedStrings'),
    styles: part('styles'),
    is1904: ['1', 'true'].includes(attribute(properties, 'date1904') ?? ''),
  };
}

function chooseSheet(workbookXml: string, sheetNames: readonly string[]): { name: string; relation: string } {
  const visible = (workbookXml.match(/<(?:\w+:)?sheet\s[^>]*>/g) ?? [])
    .filter((tag) => (attribute(tag, 'state') ?? 'visible') === 'visible')
    .map((tag) => ({
      name: attribute(tag, 'name') ?? '',
      relation: / \w+:id=["']([^"']*)["']/.exec(tag)?.[1] ?? '',
    }));
  const wanted = new Set(sheetNames.map(plain));
  const chosen = visible.find((one) => wanted.has(plain(one.name))) ?? visible[0];
  if (chosen === undefined) throw new SheetRefusal('import.sheet-missing');
  return chosen;
}

function plain(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

/** Relations of one part; the type is cut to its last word, as strict and transitional files differ before it. */
function relations(xml: string, folder: string): Relation[] {
  return (xml.match(/<(?:\w+:)?Relationship\s[^>]*>/g) ?? []).map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: (attribute(tag, 'Type') ?? '').replace(/^.*\//, ''),
    path: resolve(folder, attribute(tag, 'Target') ?? ''),
  }));
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts = folder === '' ? [] : folder.split('/');
  for (const step of target.split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '.') parts.push(step);
  }
  return parts.join('/');
}
