/** A post as a file names it. */
export type NamedSeat = { id: string; code: string; title: string; titleEn: string };

const plain = (words: string) => words.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** The words for a post in a file: its title, with its code where two posts of the class have the same one. */
export function wordsOfSeat(seat: NamedSeat, seats: readonly NamedSeat[], language: 0 | 1): string {
  const titleOf = (one: NamedSeat) => (language === 1 && one.titleEn !== '' ? one.titleEn : one.title);
  const title = titleOf(seat);
  const isAlone = seats.every((one) => one.id === seat.id || titleOf(one) !== title);
  return isAlone ? title : `${title} (${seat.code})`;
}

/** Posts that words in a file can mean: by title in either language, by code, or by both; without case, blanks and width. */
export function seatsMeant<Seat extends NamedSeat>(words: string, seats: readonly Seat[]): Seat[] {
  const wanted = plain(words);
  return seats.filter(({ code, title, titleEn }) =>
    [title, titleEn, code, `${title}(${code})`, `${titleEn}(${code})`].some(
      (one) => one !== '' && plain(one) === wanted,
    ),
  );
}
