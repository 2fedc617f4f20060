import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indexOfText, joined } from './bytes.ts';
import { anatomyOf, repointed, stream, updated } from './testing/pdf-updates.ts';
import { anchors, fixture, judgedAt, original, signAs, twice } from './testing/signed-example.ts';
import { verifyPdf } from './verify-pdf.ts';

const hidden = 9_001;
// Prepared by an attacker before the first signature: another text already lies in the file and nothing shows it.
const prepared = updated(original, { [hidden]: stream('BT (other sum) Tj ET') });
const trap = await signAs('enterprise', await signAs('school', prepared));

/** A repeatable sequence of whole numbers below a bound (Park–Miller). */
function dice(seed: number): (below: number) => number {
  let value = seed;
  return (below) => {
    value = (value * 48_271) % 2_147_483_647;
    return value % below;
  };
}

type Attack = (random: (below: number) => number) => Uint8Array;
const body = anatomyOf(twice);
const trapped = anatomyOf(trap);
const spare = (random: (below: number) => number) => 9_010 + random(80);

const bitFlip: Attack = (random) => {
  const copy = new Uint8Array(twice);
  const at = random(copy.length);
  copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  return copy;
};

const appended: Attack = (random) => {
  const number = body.objects[random(body.objects.length)]?.number ?? body.contents;
  const fresh = spare(random);
  const ways: (() => Uint8Array)[] = [
    () => updated(twice, { [number]: `<< /Changed ${random(1_000)} >>` }),
    () => updated(twice, { [fresh]: stream(`BT (${random(10_000)}) Tj ET`) }),
    () => updated(twice, { [body.contents]: stream(`BT (${random(10_000)}) Tj ET`) }),
    () =>
      updated(twice, {
        [body.firstPage]: body.bodyOf(body.firstPage).replace(/^<</, `<< /Annots [${fresh} 0 R]`),
        [fresh]: `<< /Type /Annot /Subtype /FreeText /Rect [0 0 ${random(500)} 99] /Contents (paid) >>`,
      }),
    () =>
      updated(twice, {
        [body.root]: body
          .bodyOf(body.root)
          .replace(/^<</, `<< /OpenAction << /S /URI /URI (x${random(99)}) >>`),
      }),
    () => joined(twice, new Uint8Array(1 + random(40)).fill(0x20 + random(90))),
  ];
  return (ways[random(ways.length)] ?? ways[0])?.() ?? twice;
};

function signatureValues(bytes: Uint8Array) {
  const places: { open: number; close: number }[] = [];
  for (let at = indexOfText(bytes, '/Contents <'); at !== -1; at = indexOfText(bytes, '/Contents <', at + 1))
    places.push({ open: at + 10, close: bytes.indexOf(0x3e, at) + 1 });
  return places;
}
const donors = [trap, await signAs('school', fixture('object-streams.pdf'))];

// A signature value from another place or paper is put where one stands, whole or from some digit on.
const swapped: Attack = (random) => {
  const copy = new Uint8Array(twice);
  const own = signatureValues(twice);
  const to = own[random(own.length)];
  const donor = [twice, ...donors][random(3)] ?? twice;
  const values = signatureValues(donor);
  const from = values[random(values.length)];
  if (to === undefined || from === undefined) return copy;
  const value = donor.subarray(from.open, from.close);
  const start = donor === twice && from.open === to.open ? 2 * random(200) : 0;
  // The same value on its own place changes nothing: two digits are turned instead.
  if (start > 0 || (donor === twice && from.open === to.open)) {
    const at = to.open + 1 + start;
    copy[at] = copy[at] === 0x31 ? 0x32 : 0x31;
    return copy;
  }
  copy.set(value.subarray(0, Math.min(value.length, to.close - to.open)), to.open);
  return copy;
};

const shadow: Attack = (random) => {
  const { firstPage, contents, bodyOf, objects } = trapped;
  const place = (number: number) => objects.filter((one) => one.number === number).at(-1)?.at ?? 0;
  const other = objects[random(objects.length)] ?? { number: contents, at: 0 };
  const ways: (() => Uint8Array)[] = [
    // Hide: what covered is taken away, with a new page or with a new place of the content alone.
    () => updated(trap, { [firstPage]: bodyOf(firstPage).replace(/\/Contents \d+ 0 R/, '') }),
    () => updated(trap, { [contents]: stream('q Q '.repeat(1 + random(20))) }),
    // Replace: the page shows the text that lay hidden in the signed file.
    () =>
      updated(trap, {
        [firstPage]: bodyOf(firstPage).replace(/\/Contents \d+ 0 R/, `/Contents ${hidden} 0 R`),
      }),
    // Hide and replace: no new object at all, only a cross-reference that reads signed bytes at another number.
    () => repointed(trap, { [contents]: place(hidden) }),
    () => repointed(trap, { [contents]: other.number === contents ? place(hidden) : other.at }),
    () => repointed(trap, { [contents]: place(hidden), [hidden]: place(contents) }),
    () => updated(trap, { [hidden]: stream(`BT (${random(10_000)}) Tj ET`) }),
  ];
  return (ways[random(ways.length)] ?? ways[0])?.() ?? trap;
};

const families = { bitFlip: 400, appended: 250, swapped: 150, shadow: 200 } as const;
const attacks = { bitFlip, appended, swapped, shadow } as const;

test('1,000 changes of signed papers: bits, updates, swapped signatures, shadow attacks; every one is reported', async (t) => {
  for (const paper of [twice, trap])
    assert.equal((await verifyPdf(paper, { at: judgedAt, anchors })).outcome, 'passed');
  let done = 0;
  for (const family of ['bitFlip', 'appended', 'swapped', 'shadow'] as const) {
    const random = dice(20_261_122 + done);
    for (let i = 0; i < families[family]; i += 1) {
      const attacked = attacks[family](random);
      const { outcome } = await verifyPdf(attacked, { at: judgedAt, anchors });
      assert.equal(outcome, 'failed', `${family} ${i}`);
      done += 1;
    }
  }
  assert.equal(done, 1_000);
  t.diagnostic(`${done} changed papers, ${done} reported as failed`);
});
