import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { paragraphsOf } from './paper.ts';
import { checkTemplate, renderTemplate, TemplateError } from './render-template.ts';
import { usualTerms } from './shapes.ts';
import { englishTexts } from './template.en.ts';
import { orderClassTemplate } from './template.ts';
import { chineseTexts } from './template.zh-CN.ts';
import { type AgreementSubject, templateValues } from './template-values.ts';
import { writeDay, writeMoney } from './write-value.ts';

const texts = { zh: chineseTexts, en: englishTexts };
const subject: AgreementSubject = {
  parties: [
    {
      ...{
        side: 'school',
        name: '伊州学院',
        nameEn: 'Yizhou College',
        code: 'S',
        signer: '林',
        signerPost: '',
      },
      ...{ legalRepresentative: '林知远', address: '' },
    },
    {
      ...{ side: 'enterprise', name: '定远集团', nameEn: 'Dingyuan', code: 'E', signer: '', signerPost: '' },
      ...{ legalRepresentative: '', address: '' },
    },
  ],
  order: {
    ...{
      number: '1',
      className: '定远班',
      programmeName: '自动化',
      programmeNameEn: 'Automation',
      seats: 12,
    },
    ...{ majorCode: '460307', startQuarter: '2027-Q1', posts: [] },
  },
  terms: usualTerms,
  validFrom: '2027-01-01',
  validTo: '2029-12-31',
};
const rendered = (changes: Partial<AgreementSubject> = {}) =>
  renderTemplate(texts, templateValues({ ...subject, ...changes }));
const bodyOf = (clause: string, changes: Partial<AgreementSubject> = {}) =>
  rendered(changes).find((section) => section.clause === clause);

describe('the template of order classes', () => {
  test('has the twenty usual clauses with a title and a text in both languages, paragraph by paragraph', () => {
    const sections = rendered();
    assert.equal(sections.length, 20);
    for (const { clause, title, titleEn, body, bodyEn } of sections) {
      assert.ok(title !== '' && titleEn !== '', clause);
      assert.ok(paragraphsOf(body).length > 0, clause);
      assert.equal(paragraphsOf(body).length, paragraphsOf(bodyEn).length, clause);
      assert.doesNotMatch(body + bodyEn, /[{}]|null|undefined|NaN/);
      assert.match(body, /\p{Script=Han}/u);
      assert.doesNotMatch(bodyEn, /[。；]/u);
    }
  });

  test('both languages use the same variables in every paragraph', () => {
    const names = (text: string) =>
      [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort();
    for (const { paragraphs } of orderClassTemplate) {
      for (const { key } of paragraphs) {
        assert.deepEqual(names(chineseTexts.paragraphs[key]), names(englishTexts.paragraphs[key]), key);
      }
    }
  });

  test('paragraphs whose facts are absent are left out, and come with the fact', () => {
    assert.match(bodyOf('O01')?.body ?? '', /林知远/);
    assert.doesNotMatch(bodyOf('O01')?.body ?? '', /乙方法定代表人/);
    assert.doesNotMatch(bodyOf('O10')?.body ?? '', /%/);
    const terms = { ...subject.terms, minimumHireShare: 0.8, scholarshipPerStudent: 200_050 };
    assert.match(bodyOf('O10', { terms })?.bodyEn ?? '', /no fewer than 80%/);
    assert.match(bodyOf('O09', { terms })?.body ?? '', /人民币2,000\.50元/);
    assert.doesNotMatch(bodyOf('O09', { terms })?.body ?? '', /未约定/);
  });

  test('an unknown variable is an error at its place, and so is one that may be absent without a guard', () => {
    const clauses = [{ clause: 'X01', paragraphs: [{ key: 'a' }, { key: 'b' }, { key: 'c' }] }];
    const broken = { titles: {}, paragraphs: { a: 'for {nobody}', b: '{place} and {seats}' } };
    assert.deepEqual(
      checkTemplate(clauses, broken, 'en').map(({ pointer, code, params }) => [
        pointer,
        code,
        params.variable,
      ]),
      [
        ['/en/titles/X01', 'template.missing-text', ''],
        ['/en/paragraphs/a', 'template.unknown-variable', 'nobody'],
        ['/en/paragraphs/b', 'template.unguarded-variable', 'place'],
        ['/en/paragraphs/c', 'template.missing-text', ''],
      ],
    );
    const en = { ...englishTexts, paragraphs: { ...englishTexts.paragraphs, 'O02.goal': '{peopel}' } };
    assert.throws(
      () => renderTemplate({ zh: chineseTexts, en }, templateValues(subject)),
      (error) => error instanceof TemplateError && error.issues[0]?.pointer === '/en/paragraphs/O02.goal',
    );
  });

  test('days and money as a contract writes them', () => {
    assert.equal(writeDay('2027-03-02', 'zh'), '2027年3月2日');
    assert.equal(writeDay('2027-03-02', 'en'), '2 March 2027');
    assert.equal(writeMoney(123_456_705, 'en'), 'CNY 1,234,567.05');
    assert.equal(writeMoney(99, 'zh'), '人民币0.99元');
  });

  test('no example person or organisation stands in the wording', async () => {
    for (const file of ['template.en.ts', 'template.zh-CN.ts']) {
      const source = await readFile(new URL(file, import.meta.url), 'utf8');
      assert.doesNotMatch(source, /伊州|定远|Yizhou|Dingyuan/);
    }
  });
});
