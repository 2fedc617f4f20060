/** Which of the known names a text mentions with an @ before it; the longest name wins where one begins another. */
export function mentionsIn(body: string, names: readonly string[]): string[] {
  const folded = body.normalize('NFKC');
  const byLength = [...new Set(names.filter((name) => name !== ''))].sort((a, b) => b.length - a.length);
  const found = new Set<string>();
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    const rest = folded.slice(at + 1).toLowerCase();
    const name = byLength.find((one) => rest.startsWith(one.normalize('NFKC').toLowerCase()));
    if (name !== undefined) found.add(name);
  }
  return [...found];
}
