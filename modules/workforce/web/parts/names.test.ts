import assert from 'node:assert/strict';
import { test } from 'node:test';
import { supplyName } from './names.ts';

const names = {
  ...{ occupations: [], lines: [], projects: [] },
  programmes: [
    { id: '460301', schoolId: 's1', school: '甲校', schoolEn: 'A', name: '机电', nameEn: 'Mechatronics' },
    { id: '460301', schoolId: 's2', school: '乙校', schoolEn: 'B', name: '机电', nameEn: '' },
  ],
};

test('a supply row is called by its school and programme, with or without what stands before its id', () => {
  assert.equal(supplyName(names, 's1:460301:fitter', 'zh-CN'), '甲校 机电');
  assert.equal(supplyName(names, '460301:s2:460301:fitter', 'en'), 'B 机电');
  assert.equal(supplyName(names, 's3:460301:fitter', 'en'), 's3:460301:fitter');
});
