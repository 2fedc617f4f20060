import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { PDF } from '@libpdf/core';
import { agreementExample } from './agreement-example.ts';
import type { ComposeJob } from './compose-job.ts';
import { closePdf, composePdf } from './compose-pdf.ts';
import { openComposeQueue } from './compose-queue.ts';
import { planExample, rosterExample } from './testing/table-example.ts';

after(closePdf);

const createdAt = new Date('2026-03-12T04:00:00Z');
const agreement = (data = agreementExample()) => composePdf({ template: 'agreement', data, createdAt });

async function textOf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDF.load(bytes);
  return pdf.getPages().map((page) => page.extractText().text.replaceAll(/\s+/g, ''));
}

test('the same data and time give the same bytes, another time gives others', async () => {
  const [first, second] = [await agreement(), await agreement()];
  assert.deepEqual(first, second);
  const later = await composePdf({
    template: 'agreement',
    data: agreementExample(),
    createdAt: new Date('2026-03-12T04:00:01Z'),
  });
  assert.notDeepEqual(later, first);
});

test('every word of the agreement stands on its pages, in both languages, with its signature page last', async () => {
  const data = agreementExample();
  const pages = await textOf(await agreement(data));
  const all = pages.join('');
  for (const party of data.parties) {
    assert.ok(all.includes(party.creditCode ?? '-'));
    for (const name of [party.name, party.signatory.name]) assert.ok(all.includes(name.zh ?? '-'), name.zh);
  }
  for (const clause of data.clauses)
    for (const words of [clause.title, ...clause.paragraphs]) {
      // Hyphens and page breaks may cut a passage; its beginning stands whole.
      assert.ok(all.includes((words.zh ?? '').slice(0, 6)), words.zh);
      assert.ok(all.includes((words.en ?? '').replaceAll(' ', '').slice(0, 8)), words.en);
    }
  assert.match(all, /第一条合作目标/);
  assert.match(all, /¥3,800\.00.*–¥4,500\.00/);
  assert.match(pages.at(-1) ?? '', /本页无正文.*甲方.*乙方.*盖章处/);
  pages.forEach((page, i) => {
    assert.ok(page.includes(`第${i + 1}页共${pages.length}页`), `page ${i + 1}`);
    assert.ok(page.includes(data.number), `number on page ${i + 1}`);
    assert.ok(page.includes('示例文本'), `mark on page ${i + 1}`);
  });
});

test('the file claims PDF/A-2a, is tagged, and carries its languages and fonts', async () => {
  const bytes = await agreement();
  const raw = new TextDecoder('latin1').decode(bytes);
  assert.match(raw, /<pdfaid:part>2<\/pdfaid:part>/);
  assert.match(raw, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
  assert.match(raw, /\/Marked true/);
  assert.match(raw, /\/Lang \(en/);
  for (const face of ['NotoSerifSC', 'NotoSansSC', 'NotoNaskhArabic']) assert.ok(raw.includes(face), face);
});

test('an agreement in one language needs that language only', async () => {
  const { zh } = agreementExample().title;
  const chinese = { ...agreementExample(), languages: 'zh' as const, title: { zh } };
  const [first = ''] = await textOf(await agreement(chinese));
  assert.ok(first.includes('校企订单式合作培养协议书') && !first.includes('Article'));
  await assert.rejects(
    agreement({ ...agreementExample(), title: { zh } }),
    (error: Error & { issues?: unknown[] }) => {
      assert.deepEqual(error.issues, [
        { pointer: '/title/en', code: 'input.custom', params: { expected: 'text in "en"' } },
      ]);
      return true;
    },
  );
});

test('every fault of the data is told at once, with its place', async () => {
  const data = agreementExample();
  data.parties[1].creditCode = '91650500MA78O0012L';
  data.parties[1].side = 'school';
  const [clause] = data.clauses;
  assert.ok(clause?.paragraphs[0]);
  clause.paragraphs[0].zh = 'two\u202eways';
  const wrong = JSON.parse(JSON.stringify({ ...data, colour: 'red' }));
  await assert.rejects(
    agreement(wrong),
    (error: Error & { code?: string; issues?: { pointer: string }[] }) => {
      assert.equal(error.code, 'pdf.data-invalid');
      const pointers = error.issues?.map(({ pointer }) => pointer) ?? [];
      for (const each of ['/parties/1/creditCode', '/clauses/0/paragraphs/0/zh', ''])
        assert.ok(pointers.includes(each), each);
      return true;
    },
  );
});

test('characters that no face has are refused with every place, not printed as boxes', async () => {
  const data = agreementExample();
  data.parties[0].signatory.name = { zh: '李😀' };
  data.signing.place = { zh: '哈密བོ' };
  await assert.rejects(
    agreement(data),
    (error: Error & { code?: string; issues?: { pointer: string }[] }) => {
      assert.equal(error.code, 'pdf.characters-unprintable');
      const pointers = error.issues?.map(({ pointer }) => pointer);
      assert.deepEqual(pointers, ['/parties/0/signatory/name/zh', '/signing/place/zh']);
      return true;
    },
  );
});

test('text is printed as it is, never read as markup', async () => {
  const data = { ...agreementExample(), languages: 'zh' as const };
  const [clause] = data.clauses;
  assert.ok(clause?.paragraphs[0]);
  clause.paragraphs[0].zh = '#panic("x") *粗* $x$ <a> @b [c] \\ _d_ // e';
  const all = (await textOf(await agreement(data))).join('');
  assert.ok(all.includes('#panic("x")*粗*$x$<a>@b[c]\\_d_//e'));
});

test('tables repeat their head on every page and keep their rows', async () => {
  const roster = rosterExample(90);
  const pages = await textOf(await composePdf({ template: 'table', data: roster, createdAt }));
  assert.ok(pages.length >= 2);
  for (const page of pages) assert.ok(page.includes('学号'));
  for (let i = 1; i <= 90; i += 1) assert.ok(pages.join('').includes(String(20_261_000 + i)));
  const plan = await composePdf({ template: 'table', data: planExample(3), createdAt });
  const page = (await PDF.load(plan)).getPage(0);
  assert.ok(page && page.width > 1_190 && page.height < 845, 'A3 across');
});

test('a row that does not fill its columns is refused', async () => {
  const data = rosterExample(2);
  data.rows[1]?.pop();
  await assert.rejects(
    composePdf({ template: 'table', data, createdAt }),
    (error: Error & { issues?: unknown[] }) => {
      assert.deepEqual(error.issues, [
        { pointer: '/rows/1', code: 'input.custom', params: { expected: '5 columns, got 4' } },
      ]);
      return true;
    },
  );
});

const job: ComposeJob = { template: 'table', data: JSON.stringify(rosterExample(3)), createdAtSeconds: 0 };

test('a template that fails says where', async () => {
  const queue = openComposeQueue();
  const answer = await queue.run({ ...job, data: '{"languages":"zh"}' });
  await queue.close();
  assert.equal(answer.kind, 'template-failed');
  const [place] = answer.kind === 'template-failed' ? answer.places : [];
  assert.equal(place?.file, 'table.typ');
  assert.ok((place?.line ?? 0) > 0 && (place?.column ?? 0) > 0);
});

test('jobs wait their turn on one thread, which ends when idle and starts again', async () => {
  const queue = openComposeQueue({ idleMs: 1 });
  assert.equal(queue.threads(), 0);
  const answers = await Promise.all([queue.run(job), queue.run(job), queue.run(job)]);
  assert.deepEqual(
    answers.map(({ kind }) => kind),
    ['composed', 'composed', 'composed'],
  );
  while (queue.threads() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal((await queue.run(job)).kind, 'composed');
  await queue.close();
  assert.equal(queue.threads(), 0);
});

test('a document that takes too long is given up, and the next one is composed', async () => {
  const queue = openComposeQueue({ timeoutMs: 1 });
  await assert.rejects(queue.run(job), /longer than 1 ms/);
  await queue.close();
  const closing = openComposeQueue();
  const waiting = [closing.run(job), closing.run(job)];
  const settled = Promise.allSettled(waiting);
  await closing.close();
  assert.deepEqual(
    (await settled).map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal((await closing.run(job)).kind, 'composed');
  await closing.close();
});
