/** A stretch of text that stayed, went or came. */
export type DiffSegment = { kind: 'same' | 'gone' | 'new'; text: string };

const segmenters = new Map<string, Intl.Segmenter>();

/** Words, spaces and signs of a text in order; joined again they are the text. Chinese words have no spaces between them. */
export function wordsOf(text: string, language: 'zh' | 'en'): string[] {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return [...segmenter.segment(text)].map((part) => part.segment);
}

/**
 * What changed between two texts, word by word: the fewest words that went and came (Myers 1986, greedy).
 * Kept and gone words joined are the old text, kept and new ones the new text.
 */
export function diffWords(before: string, after: string, language: 'zh' | 'en'): DiffSegment[] {
  return joined(diffTokens(wordsOf(before, language), wordsOf(after, language)));
}

/** Beyond so many edits two texts have little in common, and a longer search would teach the reader nothing. */
const mostEdits = 1_500;

function diffTokens(before: readonly string[], after: readonly string[]): DiffSegment[] {
  const most = Math.min(mostEdits, before.length + after.length);
  // Furthest place on each diagonal, kept for every number of edits so that the way can be walked back.
  const rounds: Map<number, number>[] = [];
  let furthest = new Map<number, number>([[1, 0]]);
  for (let edits = 0; edits <= most; edits += 1) {
    rounds.push(new Map(furthest));
    const next = new Map(furthest);
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = next.get(diagonal - 1) ?? -1;
      const right = next.get(diagonal + 1) ?? -1;
      let x = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkedBack(before, after, rounds, edits);
    }
    furthest = next;
  }
  return [
    { kind: 'gone', text: before.join('') },
    { kind: 'new', text: after.join('') },
  ];
}

function walkedBack(
  before: readonly string[],
  after: readonly string[],
  rounds: readonly Map<number, number>[],
  edits: number,
): DiffSegment[] {
  const segments: DiffSegment[] = [];
  let x = before.length;
  let y = after.length;
  for (let round = edits; round >= 0 && (x > 0 || y > 0); round -= 1) {
    const furthest = rounds[round] ?? new Map<number, number>();
    const diagonal = x - y;
    const left = furthest.get(diagonal - 1) ?? -1;
    const right = furthest.get(diagonal + 1) ?? -1;
    const from = diagonal === -round || (diagonal !== round && left < right) ? diagonal + 1 : diagonal - 1;
    const startX = round === 0 ? 0 : (furthest.get(from) ?? 0);
    const startY = round === 0 ? 0 : startX - from;
    while (x > startX && y > startY && before[x - 1] === after[y - 1]) {
      x -= 1;
      y -= 1;
      segments.push({ kind: 'same', text: before[x] ?? '' });
    }
    if (round === 0) break;
    if (x > startX) {
      x -= 1;
      segments.push({ kind: 'gone', text: before[x] ?? '' });
    } else if (y > startY) {
      y -= 1;
      segments.push({ kind: 'new', text: after[y] ?? '' });
    }
  }
  return segments.reverse();
}

/** Neighbours of one kind become one stretch; of a change, what went stands before what came. */
function joined(segments: readonly DiffSegment[]): DiffSegment[] {
  const found: DiffSegment[] = [];
  let gone = '';
  let fresh = '';
  const flush = () => {
    if (gone !== '') found.push({ kind: 'gone', text: gone });
    if (fresh !== '') found.push({ kind: 'new', text: fresh });
    gone = '';
    fresh = '';
  };
  for (const { kind, text } of segments) {
    if (kind === 'gone') gone += text;
    else if (kind === 'new') fresh += text;
    else {
      flush();
      const last = found.at(-1);
      if (last?.kind === 'same') last.text += text;
      else found.push({ kind, text });
    }
  }
  flush();
  return found;
}
