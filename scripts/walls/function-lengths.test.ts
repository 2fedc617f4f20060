import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { functionLengths } from './function-lengths.ts';

const HEADS = [
  'function a() {',
  'export async function a(b: string, c = { d: 1 }): Promise<{ e: string }> {',
  'function* a<T extends { b: string }>(b: T): Generator<T> {',
  'function a(b: unknown): b is string {',
  'function a(b: () => void): { c: string } | { d: number }[] {',
  'const a = () => {',
  'const a = async <T,>(b: T): Promise<{ c: T }> => {',
  'run(function (b) {',
];

it('counts the lines of every function, nested ones too, whatever its head looks like', () => {
  const functions = fc.array(fc.record({ head: fc.constantFrom(...HEADS), lines: fc.nat(40) }), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(functions, (all) => {
      const code = all.map(({ head, lines }) => `${head}\n${'  if (x) { y(); }\n'.repeat(lines)}}`);
      const lengths = functionLengths(code.join(';\n'));
      assert.deepEqual(
        lengths,
        all.map(({ lines }) => lines + 2),
      );
    }),
  );
  assert.deepEqual(functionLengths('function a() {\n  b(() => {\n    c();\n  });\n}'), [5, 3]);
  assert.deepEqual(
    functionLengths('export function a(b: string): void;\ndeclare function c(): { d: string };\n'),
    [],
  );
});
