import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type TestKernel, testKernel } from '@dualtrack/platform/testing';
import { modules } from '../modules.ts';
import { playRecord } from './play-record.ts';
import { type CooperationRecord, recordSchema } from './record.ts';

const file = new URL('../../../../examples/record-2025-03-12/record.json', import.meta.url);
let kit: TestKernel;
let record: CooperationRecord;
let page: string;

before(async () => {
  kit = await testKernel(modules);
  record = recordSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const { slug } = await playRecord(kit.kernel, modules);
  const route = modules.flatMap((module) => module.documents ?? []).find((one) => one.path === '/news/:slug');
  const answer = await route?.answer(kit.kernel, { params: { slug }, query: {}, locale: 'en' });
  assert.ok(typeof answer?.body === 'string');
  page = answer.body;
});
after(() => kit.close());

/** What a reader sees: the body without markup. */
function readable(html: string, lang: string): string {
  const start = html.indexOf(`<article lang="${lang}"`);
  const body = html.slice(start, html.indexOf('</article>', start));
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ');
}

/** Every text of the record that a person wrote, wherever it stands; ids, kinds and codes are checked by themselves. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    const isCode = ['id', 'format', 'origin', 'language', 'side', 'party', 'kind', 'code', 'by', 'presider'];
    return isCode.includes(key) || ['agreement', 'base', 'timeOfDay'].includes(key) ? [] : [value];
  }
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, name));
}

test('the news page of the public record contains every fact of the record', () => {
  const english = readable(page, 'en');
  const chinese = readable(page, 'zh-CN');
  const texts = textsOf(record);
  assert.ok(texts.length > 25, 'the walk over the record has found its texts');
  for (const text of texts) {
    if (/^\d{4}-\d\d-\d\d$/.test(text)) {
      assert.ok(english.includes('12 March 2025'), text);
      assert.ok(chinese.includes('2025年3月12日'), text);
    } else assert.ok(`${english} ${chinese}`.includes(text), text);
  }
  assert.ok(english.includes('the afternoon of') && chinese.includes('下午'));
});

test('what happened stands in the order in which it happened, with who did it', () => {
  const english = readable(page, 'en');
  const [president, chairman, presider] = ['Xie Xiaoyong', 'Liu Guiping', 'Liu Gufeng'];
  const inOrder = [
    `presided over by ${presider}`,
    `${presider} introduced the leaders`,
    `${chairman} gave an introduction to Xinjiang Ban Chao Group Co., Ltd.: operation situation`,
    `${chairman} pointed out: New projects`,
    `${president} gave an introduction to Hami Vocational and Technical College: education and teaching`,
    `${president} pointed out: Off-campus`,
    `${president} and ${chairman} jointly signed the`,
    `unveiled by ${president} and ${chairman}`,
    'both sides discussed content of school-enterprise cooperation and methods',
    'strengthen interaction',
  ].map((words) => [words, english.indexOf(words)] as const);
  for (const [index, [words, at]] of inOrder.entries()) {
    assert.ok(at > (inOrder[index - 1]?.[1] ?? -1), words);
  }
});

test('what the founding report tells is on the page', () => {
  const english = readable(page, 'en');
  const told = [
    'afternoon of 12 March 2025',
    'Hami Vocational and Technical College',
    'Xinjiang Ban Chao Group Co., Ltd.',
    'at Ban Chao Building',
    'Xie Xiaoyong, Deputy Secretary of the Party Committee and President',
    'Liu Guiping, President',
    'Liu Gufeng, Executive Vice President and General Manager of the Research Institute',
    'heads of some functional departments and professional faculties',
    'leaders of relevant departments',
    'operation situation, industrial development and talent demand',
    'modern industrial group',
    'large gap in professional and technical talents',
    'talent strategy',
    'education and teaching, team of teachers and talents, scale of students',
    'off-campus practical teaching bases',
    'in-depth integration of industry and education',
    'applied professional and technical talents',
    'sharing of high-end talents, order-based talent cultivation and joint innovation',
    'the enterprise, the school, teachers and students',
    'School-Enterprise Order-based Cooperation and Cultivation Agreement',
    'School-Enterprise Joint Cultivation Training Base of Hami Vocational and Technical College',
    ...['strengthen interaction', 'deepen communication', 'joint scientific and technological innovation'],
  ];
  for (const words of told) assert.ok(english.includes(words), words);
});

test('machines read the same: an article about an event with place and persons', () => {
  const found = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page)?.[1];
  assert.ok(found !== undefined);
  const data = JSON.parse(found);
  assert.equal(data['@type'], 'NewsArticle');
  assert.equal(data.about.startDate, '2025-03-12');
  assert.equal(data.about.location.name, 'Ban Chao Building');
  assert.deepEqual(
    new Set(data.about.attendee.map((one: { name: string }) => one.name)),
    new Set(record.persons.map((person) => person.nameEn)),
  );
});

test('nothing was added: no figure, no photo, nobody else', () => {
  assert.ok(!page.includes('class="figures"') && !page.includes('<img'));
  assert.ok(page.includes('take no part in this installation'));
});
