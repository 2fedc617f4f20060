import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { darkColours, lightColours, tokenOf } from './antd-colours.ts';

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

function tokens(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

const themes = { light: tokens(':root'), dark: tokens(':root[data-theme="dark"]') };

// Relative luminance and contrast ratio, WCAG 2.2.
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['--paper', '--ground', '--hover', '--raised'];
const sides = ['school', 'enterprise', 'student'];
const series = [1, 2, 3, 4, 5, 6].map((at) => `--series-${at}`);
const texts: [string, string[]][] = [
  ...['--ink', '--ink-2', '--ink-3', '--status-danger', '--status-soon', '--status-done'].map(
    (name): [string, string[]] => [name, grounds],
  ),
  ...sides.map((side): [string, string[]] => [`--side-${side}`, [...grounds, `--side-${side}-wash`]]),
  ...sides.flatMap((side): [string, string[]][] => [
    ['--ink', [`--side-${side}-wash`]],
    ['--ink-2', [`--side-${side}-wash`]],
  ]),
  ['--status-danger', ['--status-danger-wash']],
  ['--status-soon', ['--status-soon-wash']],
  ['--on-accent', ['--accent', '--accent-hover']],
];

for (const [name, theme] of Object.entries(themes)) {
  const value = (token: string) => {
    const found = theme.get(token);
    assert.ok(found, `${name} has no ${token}`);
    return found;
  };

  test(`${name}: text reaches 4.5:1 on every ground it stands on`, () => {
    for (const [text, places] of texts) {
      for (const place of places) {
        const ratio = contrast(value(text), value(place));
        assert.ok(ratio >= 4.5, `${text} on ${place}: ${ratio.toFixed(2)}`);
      }
    }
  });

  test(`${name}: the lines of the sides, of charts and of controls reach 3:1 on paper`, () => {
    const lines = [...sides.map((side) => `--side-${side}-line`), ...series, '--line-strong', '--focus'];
    assert.equal(new Set(series.map(value)).size, series.length, 'two series of one colour');
    for (const line of lines) {
      const ratio = contrast(value(line), value('--paper'));
      assert.ok(ratio >= 3, `${line}: ${ratio.toFixed(2)}`);
    }
  });

  test(`${name}: antd has the same colours`, () => {
    const antd = name === 'light' ? lightColours : darkColours;
    for (const [colour, hex] of Object.entries(antd)) {
      const token = Object.entries(tokenOf).find(([own]) => own === colour)?.[1];
      assert.equal(hex, value(token ?? ''), colour);
    }
  });
}
