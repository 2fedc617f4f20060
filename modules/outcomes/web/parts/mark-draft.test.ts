import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellState, type Mark, pastedCells } from './mark-draft.ts';

const mark: Mark = {
  ...{ kind: 'teacher', unit: '', score: 80, assessorName: '周敏', assessedOn: '2026-11-01', revision: 3 },
};

test('a field is changed, wrong, overtaken or as it was', () => {
  assert.equal(cellState(undefined, mark), 'same');
  assert.equal(cellState({ text: '80', revision: 1 }, mark), 'same', 'both typed the same');
  assert.equal(cellState({ text: '81', revision: 3 }, mark), 'changed');
  assert.equal(cellState({ text: '', revision: 3 }, mark), 'changed');
  assert.equal(cellState({ text: '81', revision: 2 }, mark), 'conflict');
  assert.equal(cellState({ text: '81', revision: 0 }, undefined), 'changed');
  assert.equal(cellState({ text: '81', revision: 3 }, undefined), 'conflict', 'taken back by somebody else');
  assert.equal(cellState({ text: '810', revision: 3 }, mark), 'bad');
});

test('what Excel copies is read as rows and cells', () => {
  assert.deepEqual(pastedCells('80\t81\r\n\t83\r\n'), [
    ['80', '81'],
    ['', '83'],
  ]);
  assert.deepEqual(pastedCells('90'), [['90']]);
});
