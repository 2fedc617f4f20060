import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PDF } from '@libpdf/core';
import fc from 'fast-check';
import { indexOfText, joined } from './bytes.ts';
import { createSigningIdentity } from './signing-identity.ts';
import {
  anchors,
  fixture,
  judgedAt,
  once,
  original,
  signAs,
  signedAt,
  twice,
} from './testing/signed-example.ts';
import { localTimestampAuthority } from './timestamp-authority.ts';
import { verifyPdf } from './verify-pdf.ts';

const verify = (bytes: Uint8Array) => verifyPdf(bytes, { at: judgedAt, anchors });
const text = (words: string) => new TextEncoder().encode(words);
const authority = [fixture('authority.der')];

// Park–Miller: a repeatable sequence is all that is needed.
function* numbers(seed: number): Generator<number, never> {
  for (let value = seed; ; ) {
    value = (value * 48_271) % 2_147_483_647;
    yield value;
  }
}

function flipped(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const copy = new Uint8Array(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

const signatureValues = (bytes: Uint8Array) => {
  const places: { open: number; close: number }[] = [];
  let at: number = indexOfText(bytes, '/Contents <');
  while (at !== -1) {
    places.push({ open: at + 10, close: bytes.indexOf(0x3e, at) + 1 });
    at = indexOfText(bytes, '/Contents <', at + 1);
  }
  return places;
};

test('a bit flipped at any of 300 places is reported as failed', async () => {
  const random = numbers(20_260_312);
  for (let i = 0; i < 300; i += 1) {
    const [at, bit] = [random.next().value % twice.length, random.next().value % 8];
    const found = await verify(flipped(twice, at, bit));
    assert.equal(found.outcome, 'failed', `bit ${bit} of byte ${at}`);
  }
});

test('a bit flipped anywhere in the signature values, which no digest covers, is reported as failed', async () => {
  const random = numbers(7);
  const [, second] = signatureValues(twice);
  assert.ok(second);
  const base = await signAs('school', fixture('object-streams.pdf'));
  const [small] = signatureValues(base);
  assert.ok(small);
  for (let at = small.open; at < small.open + 1_900; at += 1) {
    const bit = random.next().value % 8;
    assert.equal((await verify(flipped(base, at, bit))).outcome, 'failed', `bit ${bit} of byte ${at}`);
  }
  for (let i = 0; i < 100; i += 1) {
    const at: number = small.open + (random.next().value % (small.close - small.open));
    assert.equal((await verify(flipped(base, at, i % 8))).outcome, 'failed', `bit ${i % 8} of byte ${at}`);
  }
});

test('a time-stamp cannot be changed, nor hidden under another name, and still pass', async () => {
  const secret = 'secret of the clock';
  const clock = await createSigningIdentity({
    commonName: 'Clock',
    country: 'CN',
    at: signedAt,
    secret,
    purpose: 'time-stamping',
  });
  const timestampAuthority = await localTimestampAuthority(clock, secret, () => signedAt);
  const stamped = await signAs('school', fixture('object-streams.pdf'), { level: 'B-T', timestampAuthority });
  const trusted = [...anchors, clock.certificate];
  assert.equal((await verifyPdf(stamped, { at: judgedAt, anchors: trusted })).outcome, 'passed');
  const random = numbers(5);
  const [value] = signatureValues(stamped);
  assert.ok(value);
  for (let at = value.open; at < value.open + 4_400; at += 3) {
    const found = await verifyPdf(flipped(stamped, at, random.next().value % 8), {
      at: judgedAt,
      anchors: trusted,
    });
    assert.notEqual(found.outcome, 'passed', `byte ${at}`);
  }
});

test('a file cut off anywhere is never reported as more than it is', async () => {
  const random = numbers(99);
  for (let i = 0; i < 60; i += 1) {
    const length = once.length + 1 + (random.next().value % (twice.length - once.length - 1));
    assert.equal((await verify(twice.subarray(0, length))).outcome, 'failed', `cut at ${length}`);
  }
  // Cut exactly behind the first signature it is the earlier document, with one signature.
  const earlier = await verify(twice.subarray(0, once.length));
  assert.equal(earlier.outcome, 'passed');
  assert.deepEqual(
    earlier.signatures.map((each) => each.field),
    ['school'],
  );
});

test('exchanged signature values fail both', async () => {
  const copy = new Uint8Array(twice);
  const [first, second] = signatureValues(twice);
  assert.ok(first && second);
  copy.set(twice.subarray(second.open, second.close), first.open);
  copy.set(twice.subarray(first.open, first.close), second.open);
  const found = await verify(copy);
  assert.deepEqual(
    found.signatures.map((each) => each.outcome),
    ['failed', 'failed'],
  );
  assert.ok(found.signatures[0]?.reasons.some(({ code }) => code === 'document.changed'));
});

test('a signature moved from another document fails', async () => {
  const other = await signAs('school', fixture('object-streams.pdf'));
  const [from] = signatureValues(other);
  const [to] = signatureValues(once);
  assert.ok(from && to);
  const copy = new Uint8Array(once);
  copy.set(other.subarray(from.open, from.close), to.open);
  const found = await verify(copy);
  assert.equal(found.outcome, 'failed');
});

const offsetOf = (number: number): string => String(number).padStart(10, '0');

/** A hand-made incremental update that says `body` of the objects it names. */
function updated(bytes: Uint8Array, objects: Record<number, string>, trailerExtra = ''): Uint8Array {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-60));
  const previous = /startxref\s+(\d+)/.exec(tail)?.[1];
  const lastTrailer = new TextDecoder('latin1').decode(bytes);
  const root = [...lastTrailer.matchAll(/\/Root (\d+ 0 R)/g)].at(-1)?.[1];
  const size = Math.max(...[...lastTrailer.matchAll(/\/Size (\d+)/g)].map((match) => Number(match[1])));
  let out = bytes;
  let table = '';
  for (const [number, body] of Object.entries(objects)) {
    table += `${number} 1\n${offsetOf(out.length)} 00000 n \n`;
    out = joined(out, text(`${number} 0 obj\n${body}\nendobj\n`));
  }
  const trailer = `trailer\n<< /Size ${size + 10} /Root ${root} /Prev ${previous} ${trailerExtra}>>\n`;
  return joined(out, text(`xref\n${table}${trailer}startxref\n${out.length}\n%%EOF\n`));
}

const latin1 = new TextDecoder('latin1').decode(twice);
const firstPage = Number(/\/Kids \[(\d+) 0 R/.exec(latin1)?.[1]);
const catalogue = Number([...latin1.matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1]);
const bodyOf = (number: number): string =>
  [...latin1.matchAll(new RegExp(`(?<![0-9])${number} 0 obj\\s+([\\s\\S]*?)\\s+endobj`, 'g'))].at(-1)?.[1] ??
  '';
const formNumber = Number(/\/AcroForm (\d+) 0 R/.exec(bodyOf(catalogue))?.[1]);
const contentsNumber = Number(/\/Contents (\d+) 0 R/.exec(bodyOf(firstPage))?.[1]);
const spare = 9_000;

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

const attacks: Record<string, () => Uint8Array> = {
  'the text of a page is replaced': () => updated(twice, { [contentsNumber]: stream('BT ET') }),
  'a page shows another text': () =>
    updated(twice, {
      [firstPage]: bodyOf(firstPage).replace(/\/Contents \d+ 0 R/, `/Contents ${spare} 0 R`),
      [spare]: stream('BT ET'),
    }),
  'an object is added that nothing shows yet': () => updated(twice, { [spare]: stream('BT (later) Tj ET') }),
  'an annotation covers a page': () =>
    updated(twice, {
      [firstPage]: bodyOf(firstPage).replace(/^<</, `<< /Annots [${spare} 0 R]`),
      [spare]: '<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (paid) >>',
    }),
  'the catalogue leads to other pages': () =>
    updated(twice, {
      [catalogue]: bodyOf(catalogue).replace(/\/Pages \d+ 0 R/, `/Pages ${spare} 0 R`),
      [spare]: '<< /Type /Pages /Count 0 /Kids [] >>',
    }),
  'the catalogue starts a script': () =>
    updated(twice, {
      [catalogue]: bodyOf(catalogue).replace(/^<</, '<< /OpenAction << /S /JavaScript /JS (x) >>'),
    }),
  'the signatures are taken out of the form': () =>
    updated(twice, { [formNumber]: '<< /Fields [] /SigFlags 3 >>' }),
  'one signature is taken out of the form': () =>
    updated(twice, { [formNumber]: bodyOf(formNumber).replace(/\/Fields \[\d+ 0 R/, '/Fields [') }),
  'a text field is added to the form': () =>
    updated(twice, {
      [formNumber]: bodyOf(formNumber).replace(/\/Fields \[([^\]]*)\]/, `/Fields [$1 ${spare} 0 R]`),
      [spare]: '<< /FT /Tx /T (sum) /V (1) /Type /Annot /Subtype /Widget /Rect [0 0 200 200] >>',
    }),
  'a page is deleted from the cross-reference': () =>
    joined(
      twice,
      text(
        `xref\n${firstPage} 1\n0000000000 00001 f \ntrailer\n<< /Size 9000 /Root ${catalogue} 0 R /Prev ${/startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1)?.[1]} >>\nstartxref\n${twice.length}\n%%EOF\n`,
      ),
    ),
  'the file begins a new history': () => {
    const pages = '<< /Type /Pages /Count 0 /Kids [] >>';
    const out = joined(twice, text(`1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n`));
    const second = out.length;
    const more = joined(out, text(`2 0 obj\n${pages}\nendobj\n`));
    const table = `xref\n0 3\n0000000000 65535 f \n${offsetOf(twice.length)} 00000 n \n${offsetOf(second)} 00000 n \n`;
    return joined(
      more,
      text(`${table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n${more.length}\n%%EOF\n`),
    );
  },
  'words follow the end': () => joined(twice, text('% signed by both\n')),
  'line ends follow the end': () => joined(twice, text('\n\n')),
  'an empty update follows': () => updated(twice, {}),
  'something stands before the file': () => joined(text('%!\n'), twice),
};

for (const [what, make] of Object.entries(attacks))
  test(`failed when ${what}`, async () => {
    assert.ok(firstPage > 0 && catalogue > 0 && formNumber > 0 && contentsNumber > 0);
    assert.equal((await verify(make())).outcome, 'failed');
  });

test('an editor that adds to a page after signing is found out, object by object', async () => {
  const pdf = await PDF.load(twice);
  pdf.getPage(0)?.drawText('100,000', { x: 100, y: 100, size: 40 });
  const edited = await pdf.save({ incremental: true });
  const found = await verify(new Uint8Array(edited));
  assert.equal(found.outcome, 'failed');
  for (const { reasons } of found.signatures)
    assert.ok(reasons.some(({ code, params }) => code === 'content.changed-since' && params.objects !== ''));
});

test('a change between two signatures is charged to the first only', async () => {
  const pdf = await PDF.load(once);
  pdf.getPage(0)?.drawText('100,000', { x: 100, y: 100, size: 40 });
  const between = await signAs('enterprise', new Uint8Array(await pdf.save({ incremental: true })));
  const found = await verify(between);
  assert.deepEqual(
    found.signatures.map((each) => each.outcome),
    ['failed', 'passed'],
  );
  assert.equal(found.outcome, 'failed');
});

test('a wider or shifted byte range is refused however the digest falls', async () => {
  const [, second] = signatureValues(twice);
  assert.ok(second);
  const at = indexOfText(twice, '/ByteRange', once.length);
  const range = /\[0 (\d+) (\d+) (\d+)/.exec(new TextDecoder('latin1').decode(twice.subarray(at, at + 80)));
  assert.ok(range);
  const [, open = '', close = '', rest = ''] = range;
  const same = (value: string, by: number) => String(Number(value) + by).padStart(value.length, '0');
  const variants = [
    `[0 ${same(open, -1)} ${close} ${rest}`,
    `[0 ${open} ${same(close, 1)} ${same(rest, -1)}`,
    `[0 ${open} ${close} ${same(rest, 1)}`,
    `[0 ${open} ${close} ${same(rest, -1)}`,
    `[1 ${open} ${close} ${rest}`,
  ];
  for (const variant of variants) {
    const copy = new Uint8Array(twice);
    copy.set(text(variant), at + 11);
    const found = await verify(copy);
    const codes = found.signatures[1]?.reasons.map(({ code }) => code) ?? [];
    // One byte short is still a whole file, but another one.
    const expected =
      variant.endsWith(same(rest, -1)) && variant.includes(` ${close} `)
        ? 'document.changed'
        : 'range.inconsistent';
    assert.ok(codes.includes(expected), `${variant}: ${codes} without ${expected}`);
  }
});

test('validation data added after the last signature is named and does no harm', async () => {
  const pdf = await PDF.load(twice);
  const revocationProvider = { getOCSP: async () => null, getCRL: async () => null };
  const { bytes } = await pdf.addValidationData({ revocationProvider });
  const found = await verify(new Uint8Array(bytes));
  assert.equal(found.outcome, 'passed');
  for (const { changesSince } of found.signatures)
    assert.ok(changesSince.some((change) => change.kind === 'validation-data-added'));
});

test('files signed by another product are judged by the same rules', async () => {
  const at = new Date('2027-01-01');
  const expected = {
    'rsa-chain': 'passed',
    'rsa-pss': 'passed',
    p384: 'passed',
    'rsa-1024': 'indeterminate',
    'visible-second': 'indeterminate',
  };
  for (const [name, outcome] of Object.entries(expected)) {
    const anchored = await verifyPdf(fixture(`${name}.pdf`), { at, anchors: authority });
    assert.equal(anchored.outcome, outcome, name);
    const open = await verifyPdf(fixture(`${name}.pdf`), { at });
    assert.equal(open.outcome, 'indeterminate', name);
    assert.ok(open.signatures[0]?.reasons.some(({ code }) => code === 'certificate.not-anchored'));
  }
  const weak = await verifyPdf(fixture('rsa-1024.pdf'), { at, anchors: authority });
  assert.deepEqual(
    weak.signatures[0]?.reasons.map(({ code }) => code),
    ['algorithm.weak'],
  );
  const seen = await verifyPdf(fixture('visible-second.pdf'), { at, anchors: authority });
  assert.deepEqual(
    seen.signatures[0]?.reasons.map(({ code }) => code),
    ['appearance.added-since', 'metadata.changed-since'],
  );
});

test('a file that nobody signed is neither passed nor failed', async () => {
  const found = await verify(original);
  assert.equal(found.outcome, 'indeterminate');
  assert.deepEqual(
    found.reasons.map(({ code }) => code),
    ['signature.none'],
  );
});

test('what is no PDF, or a broken one without signatures, is bad input with a code', async () => {
  await assert.rejects(verify(new Uint8Array()), { code: 'pdf.not-a-pdf' });
  await assert.rejects(verify(text('hello')), { code: 'pdf.not-a-pdf' });
  await assert.rejects(verify(original.subarray(0, 5_000)), { code: 'pdf.unreadable' });
  await assert.rejects(verifyPdf(once, { at: judgedAt, anchors: [text('x')] }), { code: 'input.invalid' });
});

test('any bytes whatever give an answer or a coded refusal, and never pass', async () => {
  const scraps = fc.constantFrom(
    '%PDF-1.7\n',
    'xref\n0 1\n',
    '0000000000 65535 f \n',
    'trailer\n',
    '<<',
    '>>',
    '/Root 1 0 R',
    '/Size 2',
    '/ByteRange [0 1 2 3]',
    '/W [1 2 1]',
    '/Type /XRef',
    '1 0 obj\n',
    'stream\n',
    '\nendstream',
    'endobj\n',
    'startxref\n',
    '9\n',
    '%%EOF',
    '[',
    ']',
    '(',
    ')',
    '<30',
    '/Prev 9 ',
    '\\',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(scraps, fc.string({ maxLength: 4 })), { maxLength: 40 }),
      async (parts) => {
        const outcome = await verify(text(parts.join(''))).then(
          (found) => found.outcome,
          (error: { name: string }) => error.name,
        );
        assert.ok(['failed', 'indeterminate', 'SigningError'].includes(outcome), outcome);
      },
    ),
    { numRuns: 500, seed: 3 },
  );
});
