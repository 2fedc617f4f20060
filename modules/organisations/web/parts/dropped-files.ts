/** Whether an import can read a file of this name. Lock files of an open Excel are not meant. */
export function isSheetFile(name: string): boolean {
  return /\.(xlsx|csv)$/i.test(name) && !name.startsWith('~$') && !name.startsWith('.');
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

function someEntries(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

async function filesIn(entry: FileSystemEntry): Promise<File[]> {
  if (isFile(entry)) return [await fileOf(entry)];
  if (!isFolder(entry)) return [];
  const reader = entry.createReader();
  const files: File[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  for (let part = await someEntries(reader); part.length > 0; part = await someEntries(reader)) {
    for (const inner of part) files.push(...(await filesIn(inner)));
  }
  return files;
}

/** All files that were dropped, those inside of dropped folders too. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The list is emptied by the browser as soon as the event is over, so that entries are taken first.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const plain = [...transfer.files];
  const found = await Promise.all(entries.map((entry) => (entry === null ? [] : filesIn(entry))));
  return found.flat().length > 0 ? found.flat() : plain;
}
