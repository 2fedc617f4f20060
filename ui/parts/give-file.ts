/** Gives a file to the person as a download, under its own name where it has one, else under `name`. */
export function giveFile(file: Blob, name = ''): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file instanceof File && file.name !== '' ? file.name : name;
  link.click();
  // Some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
