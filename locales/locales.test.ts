import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import fc from 'fast-check';
import en from './en/index.ts';
import { catalogues, findErrorPhrase, findPhrase, localeFrom, locales, phrase } from './index.ts';
import ug from './ug/index.ts';
import zhCN from './zh-CN/index.ts';

type Elements = ReturnType<typeof parse>;

function placeholders(elements: Elements): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      const inner = Object.values(element.options).flatMap((option) => placeholders(option.value));
      return [element.value, ...inner];
    }
    if (element.type === TYPE.tag) return placeholders(element.children);
    return [element.value];
  });
}

function visibleText(elements: Elements): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return ' ';
      return Object.values(element.options)
        .map((option) => visibleText(option.value))
        .join(' / ');
    })
    .join('');
}

function namesIn(message: string): string[] {
  return [...new Set(placeholders(parse(message, { ignoreTag: true })))].sort();
}

function* phrasesOf(language: object): Generator<[where: string, message: string]> {
  for (const [namespace, phrases] of Object.entries(language)) {
    for (const [key, message] of Object.entries(phrases)) yield [`${namespace}:${key}`, String(message)];
  }
}

const english = new Map(phrasesOf(en));

for (const [name, language] of Object.entries({ en, 'zh-CN': zhCN, ug })) {
  test(`${name}: every message parses and has the placeholders of the English one`, () => {
    let seen = 0;
    for (const [where, message] of phrasesOf(language)) {
      assert.deepEqual(namesIn(message), namesIn(english.get(where) ?? ''), `${name} ${where}`);
      assert.notEqual(message.trim(), '', `${name} ${where} is empty`);
      seen += 1;
    }
    assert.ok(seen > 10);
  });
}

test('zh-CN: no English sentence is left', () => {
  for (const [where, message] of phrasesOf(zhCN)) {
    const visible = visibleText(parse(message, { ignoreTag: true }));
    // Three Latin words in a row are a sentence; names of formats, commands and codes are one or two.
    assert.doesNotMatch(visible, /[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}[ ,]+[A-Za-z]{2,}/, where);
    if (message === english.get(where)) assert.doesNotMatch(visible, /[a-z]{3,}/, where);
  }
});

test('en: no Chinese is left', () => {
  for (const [where, message] of english) assert.doesNotMatch(message, /\p{Script=Han}/u, where);
});

test('a phrase is filled in each language, and a missing Uyghur one is English', () => {
  assert.equal(phrase('en', 'ui', 'table.total', { count: 1 }), '1 entry');
  assert.equal(phrase('en', 'ui', 'table.total', { count: 1200 }), '1,200 entries');
  assert.equal(phrase('zh-CN', 'ui', 'table.total', { count: 3 }), '共 3 条');
  assert.equal(phrase('ug', 'ui', 'table.total', { count: 2 }), '\u20662 entries\u2069');
  assert.notEqual(phrase('ug', 'shell', 'area.home'), en.shell['area.home']);
  assert.deepEqual(Object.keys(catalogues.ug.phrases), Object.keys(en));
});

test('codes are found by name at run time, unknown ones are undefined', () => {
  assert.equal(findErrorPhrase('en', 'session.required'), 'Please sign in.');
  assert.equal(findErrorPhrase('en', 'no.such-code'), undefined);
  assert.equal(findPhrase('en', 'shell', '__proto__'), undefined);
  assert.equal(findPhrase('en', 'constructor', 'name'), undefined);
});

test('a key or a parameter that is missing does not compile', () => {
  // @ts-expect-error no such key
  assert.throws(() => phrase('en', 'shell', 'no.such-key'));
  // @ts-expect-error the parameter is missing; at run time the raw message is shown instead of an exception
  assert.match(phrase('en', 'ui', 'table.total'), /plural/);
  // @ts-expect-error the wrong kind of parameter
  assert.equal(typeof phrase('en', 'ui', 'table.total', { count: 'three' }), 'string');
});

test('Accept-Language: weights decide, then order; anything is answered with a language we speak', () => {
  assert.equal(localeFrom(undefined), 'zh-CN');
  assert.equal(localeFrom('en-GB,zh;q=0.8'), 'en');
  assert.equal(localeFrom('de, zh-TW;q=0.5, en;q=0.7'), 'en');
  assert.equal(localeFrom('en;q=0, zh'), 'zh-CN');
  assert.equal(localeFrom('ug-CN'), 'ug');
  const spoken = locales.map((entry) => entry.locale);
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (header) => spoken.includes(localeFrom(header))));
});
