/** Hands a file that the server made to the browser, under its own name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file instanceof File && file.name !== '' ? file.name : name;
  link.click();
  // Some browsers begin the download only after this turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
