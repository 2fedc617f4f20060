/** The last part of a public address: day, names in plain Latin letters, and the end of the id so that no two are alike. */
export function slugOf(day: string, names: readonly string[], id: string): string {
  const plain = names
    .join(' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 70)
    .replaceAll(/^-+|-+$/g, '');
  return [day, plain, id.slice(-6)].filter((part) => part !== '').join('-');
}
