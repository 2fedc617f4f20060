import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { refusal } from '@dualtrack/platform/testing';
import { type TestPair, testPair } from '../testing/test-pair.ts';
import { createAgreement } from './create-agreement.ts';
import { editSection, setParty } from './negotiate.ts';
import { getNegotiation } from './negotiation-view.ts';
import { getAgreement } from './read-agreements.ts';
import { previewTemplate } from './template-preview.ts';
import { getTemplate, listTemplates, standardTemplate } from './template-read.ts';
import {
  copyTemplate,
  discardTemplateDraft,
  newTemplateDraft,
  publishTemplate,
  saveTemplate,
} from './template-write.ts';

let pair: TestPair;
before(async () => {
  pair = await testPair();
});
after(() => pair.kit.close());

const period = { validFrom: '2027-01-01', validTo: '2029-12-31' };
const text = (name: string) => ({
  ...{ title: '本校范本', titleEn: 'Our template', variables: [] },
  body: `## O01 主体\n甲方为{学校}，乙方为{企业}，${name}共{${name}}人。`,
  bodyEn: `## O01 Parties\nParty A is {school}, Party B {enterprise}, {${name}} seats.`,
});
const copied = async () => {
  const from = { kind: 'order-class' as const };
  return (await pair.kit.call(copyTemplate, pair.office, { from, title: '范本', titleEn: 'Template' })).id;
};

describe('own templates', () => {
  test('a flawed draft is kept with its flaws, and is not published until they are gone', async () => {
    const { kit, office } = pair;
    const templateId = await copied();
    const saved = await kit.call(saveTemplate, office, { templateId, revision: 1, ...text('nobody') });
    assert.deepEqual(
      saved.flaws.map((flaw) => [flaw.language, flaw.line, flaw.code, flaw.name]),
      [
        ['zh', 2, 'template.unknown-variable', 'nobody'],
        ['en', 2, 'template.unknown-variable', 'nobody'],
      ],
    );
    const { revision } = saved;
    await assert.rejects(
      kit.call(publishTemplate, office, { templateId, revision }),
      refusal('template.flawed'),
    );
    const mended = await kit.call(saveTemplate, office, { templateId, revision, ...text('seats') });
    const done = await kit.call(publishTemplate, office, { templateId, revision: mended.revision });
    assert.equal(done.state, 'published');
  });

  test('a published version never changes; the next one is a draft beside it; the agreement keeps its own', async () => {
    const { kit, office, hr } = pair;
    const templateId = await copied();
    await kit.call(saveTemplate, office, { templateId, revision: 1, ...text('seats') });
    await kit.call(publishTemplate, office, { templateId, revision: 2 });
    const again = { templateId, revision: 2, ...text('noticeDays') };
    await assert.rejects(kit.call(saveTemplate, office, again), refusal('template.no-draft'));
    const orderId = await pair.acceptedOrder();
    const template = { templateId, version: 1 };
    const { id } = await kit.call(createAgreement, office, { orderId, ...period, template });
    await kit.call(newTemplateDraft, office, { templateId });
    await assert.rejects(kit.call(newTemplateDraft, office, { templateId }), refusal('template.has-draft'));
    await kit.call(saveTemplate, office, { ...again, revision: 1 });
    await kit.call(publishTemplate, office, { templateId, revision: 2 });
    assert.match((await kit.call(getTemplate, office, { templateId, version: 1 })).body, /seats/);
    // The enterprise rewrites from the school's version 1, which it cannot read itself.
    const party = { legalRepresentative: '沈', address: '', signer: hr.name, signerPost: '' };
    await kit.call(setParty, hr, { agreementId: id, ...party });
    const { clauses } = await kit.call(getAgreement, hr, { agreementId: id });
    assert.match(clauses[0]?.body ?? '', /seats共20人/);
    const { template: kept } = await kit.call(getNegotiation, hr, { agreementId: id });
    assert.deepEqual([kept.side, kept.version, kept.title], ['school', 1, '本校范本']);
    await assert.rejects(kit.call(getTemplate, hr, { templateId }), refusal('thing.not-found'));
  });

  test('two who save, publish or begin a version at once: one holds', async () => {
    const { kit, office } = pair;
    const templateId = await copied();
    const save = () => kit.call(saveTemplate, office, { templateId, revision: 1, ...text('seats') });
    const won = (both: PromiseSettledResult<unknown>[]) =>
      both.filter((one) => one.status === 'fulfilled').length;
    assert.equal(won(await Promise.allSettled([save(), save()])), 1);
    const publish = () => kit.call(publishTemplate, office, { templateId, revision: 2 });
    assert.equal(won(await Promise.allSettled([publish(), publish()])), 1);
    const begin = () => kit.call(newTemplateDraft, office, { templateId });
    assert.equal(won(await Promise.allSettled([begin(), begin()])), 1);
    await kit.call(discardTemplateDraft, office, { templateId });
    assert.equal((await kit.call(getTemplate, office, { templateId })).state, 'published');
    await assert.rejects(
      kit.call(discardTemplateDraft, office, { templateId }),
      refusal('template.no-draft'),
    );
  });

  test('others neither see nor copy it, and a draft carries no agreement', async () => {
    const { kit, office, hr, otherOffice } = pair;
    const templateId = await copied();
    const { items } = await kit.call(listTemplates, hr, {});
    assert.deepEqual(
      items.map((row) => row.id),
      Array.from({ length: 6 }, () => null),
    );
    const from = { templateId, version: 1 };
    for (const actor of [otherOffice, hr]) {
      await assert.rejects(
        kit.call(copyTemplate, actor, { from, title: 'x', titleEn: 'x' }),
        refusal('thing.not-found'),
      );
    }
    const orderId = await pair.acceptedOrder();
    await assert.rejects(
      kit.call(createAgreement, office, { orderId, ...period, template: from }),
      refusal('thing.not-found'),
    );
  });
});

describe('standard templates', () => {
  test('are filled from a real order, with blanks for what nobody has said', async () => {
    const { kit, office, hr } = pair;
    const orderId = await pair.acceptedOrder();
    for (const actor of [office, hr]) {
      const { kind, body, bodyEn, variables } = await kit.call(standardTemplate, actor, {
        kind: 'order-class',
      });
      const view = await kit.call(previewTemplate, actor, { kind, body, bodyEn, variables, orderId });
      assert.match(view.sections[2]?.body ?? '', /定远订单班.*460307.*20/);
      assert.match(view.sections[17]?.body ?? '', /〔截止日〕/);
    }
    const { kind, body, bodyEn, variables } = await kit.call(standardTemplate, hr, { kind: 'base' });
    const base = { kind, body, bodyEn, variables };
    const { sections } = await kit.call(previewTemplate, hr, { ...base, partnerId: pair.school });
    assert.match(sections[0]?.body ?? '', /12650599EXAMPLE112/);
    assert.match(sections[1]?.body ?? '', /〔工位数〕/);
    const bare = await kit.call(previewTemplate, hr, base);
    assert.match(bare.sections[0]?.body ?? '', /甲方为〔学校〕.*乙方为〔企业〕/);
    await assert.rejects(
      kit.call(previewTemplate, pair.otherHr, { ...base, partnerId: pair.school }),
      refusal('agreement.no-such-partner'),
    );
  });

  test('a base agreement is begun with a partner and its answers, and its sections follow the facts', async () => {
    const { kit, office, hr } = pair;
    const template = { kind: 'base' as const };
    const begin = { ...period, template, partnerId: pair.school };
    await assert.rejects(kit.call(createAgreement, hr, begin), refusal('agreement.unanswered'));
    const row = {
      item: { zh: '机床', en: 'Lathe' },
      quantity: 2,
      contributor: { zh: '乙方', en: 'Party B' },
    };
    const given = { baseAddress: '高新区', stations: 12, equipment: [row] };
    const { id } = await kit.call(createAgreement, hr, { ...begin, given });
    const { clauses, kind, orderId } = await kit.call(getAgreement, office, { agreementId: id });
    assert.deepEqual([kind, orderId, clauses.length], ['base', null, 8]);
    assert.match(clauses[1]?.body ?? '', /高新区.*12个/);
    assert.match(clauses[2]?.bodyEn ?? '', /Lathe: 2, contributed by Party B/);
    // The template is previewed with what that agreement says, by its own sides only.
    const words = await kit.call(standardTemplate, office, { kind: 'base' });
    const { body, bodyEn, variables } = words;
    const wanted = { body, bodyEn, variables, agreementId: id };
    const seen = await kit.call(previewTemplate, office, { ...wanted, kind: 'base' });
    assert.deepEqual(
      seen.sections.map((one) => one.body),
      clauses.map((one) => one.body),
    );
    const other = await kit.call(standardTemplate, office, { kind: 'memorandum' });
    const { kind: memorandum, body: text, bodyEn: textEn, variables: asked } = other;
    await assert.rejects(
      kit.call(previewTemplate, office, {
        ...{ kind: memorandum, body: text, bodyEn: textEn, variables: asked, agreementId: id },
      }),
      refusal('template.other-kind'),
    );
    await assert.rejects(
      kit.call(previewTemplate, pair.otherOffice, { ...wanted, kind: 'base' }),
      refusal('thing.not-found'),
    );
    const change = { agreementId: id, clause: 'B03', revision: 1, body: '无', bodyEn: 'None' };
    assert.equal((await kit.call(editSection, office, change)).clauses[2]?.revision, 2);
  });
});
