import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkTemplate, type TemplateText } from './check-template.ts';
import { paragraphsOf } from './paper.ts';
import { type PlainValue, renderTemplate, TemplateError, type TemplateValues } from './render-template.ts';
import { usualTerms } from './shapes.ts';
import { parseTemplate } from './template-language.ts';
import { type AgreementSubject, templateValues } from './template-values.ts';
import { templateKinds, type variableKinds } from './template-variables.ts';
import { standardTemplates } from './templates/standard.ts';
import { writeDay, writeMoney } from './write-value.ts';

const standard = standardTemplates['order-class'];
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
  renderTemplate(standard, templateValues({ ...subject, ...changes }));
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

  test('paragraphs whose facts are absent are left out, and come with the fact', () => {
    assert.match(bodyOf('O01')?.body ?? '', /林知远/);
    assert.doesNotMatch(bodyOf('O01')?.body ?? '', /乙方法定代表人/);
    assert.doesNotMatch(bodyOf('O10')?.body ?? '', /%/);
    const terms = { ...subject.terms, minimumHireShare: 0.8, scholarshipPerStudent: 200_050 };
    assert.match(bodyOf('O10', { terms })?.bodyEn ?? '', /no fewer than 80%/);
    assert.match(bodyOf('O09', { terms })?.body ?? '', /人民币2,000\.50元/);
    assert.doesNotMatch(bodyOf('O09', { terms })?.body ?? '', /未约定/);
  });

  test('days and money as a contract writes them', () => {
    assert.equal(writeDay('2027-03-02', 'zh'), '2027年3月2日');
    assert.equal(writeDay('2027-03-02', 'en'), '2 March 2027');
    assert.equal(writeMoney(123_456_705, 'en'), 'CNY 1,234,567.05');
    assert.equal(writeMoney(99, 'zh'), '人民币0.99元');
  });

  test('no example person or organisation stands in the wording', async () => {
    const folder = new URL('templates/', import.meta.url);
    for (const file of await readdir(folder)) {
      assert.doesNotMatch(await readFile(new URL(file, folder), 'utf8'), /伊州|定远|Yizhou|Dingyuan/);
    }
  });
});

const sampleOf: Readonly<Record<(typeof variableKinds)[number], PlainValue>> = {
  ...{ words: { zh: '词', en: 'word' }, text: 'text', count: 7, money: 100, share: 0.5, day: '2027-03-02' },
  ...{ quarter: '2027-Q1', rows: null },
};

describe('the standard templates', () => {
  for (const kind of templateKinds) {
    test(`${kind}: no flaw, and both languages filled paragraph by paragraph, with every question answered or none`, () => {
      const template = standardTemplates[kind];
      assert.deepEqual(checkTemplate(template), []);
      const all = Object.fromEntries(
        template.variables.map(({ name, kind: of, columns }) => [
          name,
          of === 'rows'
            ? [0, 1].map(() => Object.fromEntries(columns.map((one) => [one.name, sampleOf[one.kind]])))
            : sampleOf[of],
        ]),
      );
      const least = Object.fromEntries(
        template.variables.filter((one) => !one.isOptional).map(({ name }) => [name, all[name] ?? null]),
      );
      for (const given of [all, least]) {
        const values: TemplateValues = { ...templateValues(subject), ...given };
        for (const { clause, title, titleEn, body, bodyEn } of renderTemplate(template, values)) {
          assert.ok(title !== '' && titleEn !== '' && body !== '', clause);
          assert.equal(paragraphsOf(body).length, paragraphsOf(bodyEn).length, clause);
          assert.doesNotMatch(body + bodyEn, /[{}[\]]|null|undefined|NaN|object/);
          assert.doesNotMatch(bodyEn, /[。；]/u);
        }
      }
    });
  }
});

const template = (body: string, bodyEn = body, rest: Partial<TemplateText> = {}): TemplateText => ({
  ...{ kind: 'order-class', body, bodyEn, variables: [] },
  ...rest,
});
const flawsOf = (body: string, bodyEn = body) =>
  checkTemplate(template(body, bodyEn)).map((flaw) => [
    flaw.language,
    flaw.line,
    flaw.column,
    flaw.code,
    flaw.name,
  ]);

describe('flaws of a template', () => {
  test('stand at line and column, all of them at once, in either language', () => {
    const en = '## A01 Title\nfor {nobody}\n[if seats >= "x"] {place} and {postRows}\n[each seats] a';
    const zh = '## A01 题\n给{学校}\n[若 seats >= "x"] 甲\n[逐项 postRows] 乙';
    assert.deepEqual(flawsOf(zh, en), [
      ['zh', 3, 1, 'template.wrong-comparison', 'seats'],
      ['zh', 4, 1, 'template.languages-differ', 'A01'],
      ['en', 2, 5, 'template.unknown-variable', 'nobody'],
      ['en', 3, 1, 'template.wrong-comparison', 'seats'],
      ['en', 3, 19, 'template.unguarded-variable', 'place'],
      ['en', 3, 31, 'template.rows-unrepeated', 'postRows'],
      ['en', 4, 1, 'template.not-rows', 'seats'],
      ['en', 4, 1, 'template.languages-differ', 'A01'],
    ]);
  });

  test('broken marks, headings and conditions never pass as words', () => {
    const codes = (body: string) => new Set(flawsOf(body).map(([, , , code]) => code));
    assert.deepEqual(codes('## A01 T\n{school'), new Set(['template.broken-mark']));
    assert.deepEqual(codes('## A01 T\nschool} x'), new Set(['template.broken-mark']));
    assert.deepEqual(codes('## A01 T\n[when seats] x'), new Set(['template.broken-mark']));
    assert.deepEqual(codes('## A01 T\n[if seats or place] x'), new Set(['template.broken-condition']));
    assert.deepEqual(codes('## A01 T\n[if not seats > 3] x'), new Set(['template.broken-condition']));
    assert.deepEqual(codes('## A1 T\nx'), new Set(['template.bad-heading', 'template.no-heading']));
    assert.deepEqual(codes('## A01 @nobody T\nx'), new Set(['template.bad-heading', 'template.no-heading']));
    assert.deepEqual(
      codes('## A01 T\n\n## A01 T\nx'),
      new Set(['template.clause-twice', 'template.clause-empty']),
    );
    assert.deepEqual(codes(''), new Set(['template.no-heading']));
  });

  test('a variable of an order is unknown where there is no order, and own names may not be taken', () => {
    const found = checkTemplate(template('## B01 T\n{seats}', '## B01 T\n{seats}', { kind: 'base' }));
    assert.deepEqual(new Set(found.map((flaw) => flaw.code)), new Set(['template.unknown-variable']));
    const own = {
      name: 'seats',
      zh: '座',
      en: 'Seats',
      kind: 'rows' as const,
      isOptional: false,
      columns: [],
    };
    const codes = checkTemplate(template('## A01 T\nx', '## A01 T\nx', { variables: [own] })).map(
      (one) => one.code,
    );
    assert.deepEqual(codes, ['template.name-taken', 'template.columns-missing']);
  });

  test('whatever is typed, reading it never throws, and places lie inside the text', () => {
    const piece = fc.constantFrom(
      '## A01 ',
      '{',
      '}',
      '[if ',
      'seats',
      ']',
      '\n',
      '且',
      '【若 ',
      '】',
      ' >= 3',
      'x',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        const lines = text.split('\n');
        for (const { line, column } of parseTemplate(text, 'zh').flaws) {
          const width = lines[line - 1]?.length;
          assert.ok(width !== undefined && column >= 1 && column <= width + 1);
        }
        const isWell = checkTemplate(template(text)).length === 0;
        if (isWell) renderTemplate(template(text), templateValues(subject));
        else assert.throws(() => renderTemplate(template(text), templateValues(subject)), TemplateError);
      }),
    );
  });
});

describe('filling', () => {
  const bodies = (zh: string, en = zh) => renderTemplate(template(zh, en), templateValues(subject));

  test('rows repeat their line, conditions compare, Chinese signs and names are read', () => {
    const order = {
      ...(subject.order ?? assert.fail()),
      posts: [post('甲岗', 'A', 8), post('乙岗', 'B', 4)],
    };
    const zh =
      '## A01 @甲方 题\n【逐项 岗位明细】 ｛岗位名称｝{人数}人\n[若 seats >= 12且非 签署地点] 大\n[若 seats < 12] 小';
    const en =
      '## A01 @school T\n[each postRows] {title}: {places}\n[if seats >= 12 and not place] big\n[if seats < 12] small';
    const [section] = renderTemplate(template(zh, en), templateValues({ ...subject, order }));
    assert.equal(section?.body, '甲岗8人\n乙岗4人\n大');
    assert.equal(section?.bodyEn, 'A: 8\nB: 4\nbig');
    assert.equal(section?.owner, 'school');
  });

  test('a clause whose condition does not hold is left out, and the others close up', () => {
    const found = bodies('## [if place] A01 T\n{place}\n## A02 U\nx\n## A03 V\n[if place] y\n## A04 W\nz');
    assert.deepEqual(
      found.map((section) => [section.clause, section.position]),
      [
        ['A02', 0],
        ['A04', 1],
      ],
    );
  });
});

const post = (title: string, titleEn: string, seats: number) => ({
  ...{ title, titleEn, seats, siteName: '', internPay: 100, monthlyPay: 200, hazards: [], nightShift: false },
});
