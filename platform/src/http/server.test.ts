import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as z from 'zod';
import { route } from '../contract/index.ts';
import { kernelMigrations } from '../db/index.ts';
import { openOperation, type ServerModule } from '../operation/index.ts';
import { type TestKernel, testKernel } from '../testing/index.ts';
import { createHttpServer } from './server.ts';

const fileOf = { html: 'text/html', svg: 'image/svg+xml', js: 'text/javascript', xml: 'APPLICATION/XML' };
const passive = { pdf: 'application/pdf', png: 'image/png', txt: 'text/plain' };
const contract = {
  get: route('GET', '/kept-files/{kind}', { may: 'anyone', summary: 'A file somebody kept', tag: 'Test' })
    .input(z.object({ kind: z.string() }))
    .output(z.file()),
};
const keeper: ServerModule = {
  name: 'keeper',
  contract,
  operations: {
    get: openOperation(contract.get, async (_ctx, { kind }) => {
      const type = Object.entries({ ...fileOf, ...passive }).find(([name]) => name === kind)?.[1] ?? '';
      return new File(['<script>alert(1)</script>'], `页.${kind}`, { type });
    }),
  },
  migrations: kernelMigrations,
};
let kit: TestKernel;
let app: Awaited<ReturnType<typeof createHttpServer>>;

before(async () => {
  kit = await testKernel([keeper]);
  app = await createHttpServer(kit.kernel, {
    modules: [keeper],
    authenticate: async () => null,
    titles: () => '',
    localeOf: () => 'en',
    webRoot: '/nowhere',
    version: '0',
    isReady: () => true,
  });
});
after(async () => {
  await app.close();
  await kit.close();
});

test('a kept file that could run in the browser leaves as plain bytes', async () => {
  for (const kind of Object.keys(fileOf)) {
    const answer = await app.inject({ url: `/api/kept-files/${kind}` });
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['content-type'], 'application/octet-stream', kind);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.body, '<script>alert(1)</script>');
  }
});

test('pictures, papers and words keep their type', async () => {
  for (const [kind, type] of Object.entries(passive)) {
    const answer = await app.inject({ url: `/api/kept-files/${kind}` });
    assert.equal(answer.headers['content-type'], type);
  }
});
