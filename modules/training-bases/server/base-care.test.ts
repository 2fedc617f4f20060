import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { type AccountsTables, accounts, addMember } from '@dualtrack/accounts/server';
import { organisations } from '@dualtrack/organisations/server';
import { type Actor, grantPartnership } from '@dualtrack/platform/access';
import { kindOfRole, type Role } from '@dualtrack/platform/contract';
import { ownScope, transact } from '@dualtrack/platform/db';
import { newId } from '@dualtrack/platform/ids';
import { asSystem, type ServerModule } from '@dualtrack/platform/operation';
import { refusal, type TestKernel, testKernel } from '@dualtrack/platform/testing';
import pg from 'pg';
import { exportEquipment, importEquipment } from './equipment-sheet.ts';
import { trainingBases } from './index.ts';
import { listAttention } from './need-attention.ts';
import { offerMentors } from './offer-to-base.ts';
import { getBase } from './read-bases.ts';
import { remindCare } from './remind-care.ts';
import { setMentor } from './set-availability.ts';

const ids = { school: newId(), firm: newId(), otherFirm: newId() };
let kit: TestKernel;
let admin: pg.Client;

/** A room of which only the tables are needed. */
function tablesOf(name: string): ServerModule {
  const folder = new URL(`../../${name}/migrations/`, import.meta.url);
  return { name, contract: {}, operations: {}, migrations: { room: name, folder } };
}

before(async () => {
  const rooms = ['workforce', 'compliance', 'agreements', 'order-classes'].map(tablesOf);
  kit = await testKernel([accounts, organisations, ...rooms, trainingBases]);
  admin = new pg.Client({ connectionString: kit.adminUrl });
  await admin.connect();
  for (const [key, tenant] of Object.entries(ids)) {
    const kind = key === 'school' ? 'school' : 'enterprise';
    await admin.query(
      `insert into organisation (tenant_id, kind, code, name, name_en, created_at) values ($1, $2, $3, $3, $3, '2026-01-01')`,
      [tenant, kind, key],
    );
  }
  for (const enterprise of [ids.firm, ids.otherFirm])
    await transact(kit.kernel.pool, ownScope(ids.school), (transaction) =>
      grantPartnership(transaction, { school: ids.school, enterprise, validFrom: '2026-01-01' }),
    );
});
after(async () => {
  await admin.end();
  await kit.close();
});

function actor(role: Role, tenant?: string): Actor {
  const kind = kindOfRole(role);
  const homes = kind === 'enterprise' ? [ids.school] : [];
  const own = tenant ?? (kind === 'school' ? ids.school : ids.firm);
  const person = { personId: newId(), membershipId: newId(), name: role, role, subjectId: null };
  return { ...person, tenant: own, kind, homes };
}
const firm = actor('enterprise-hr');
const rival = actor('enterprise-hr', ids.otherFirm);

async function insert(table: string, row: Record<string, unknown>): Promise<void> {
  const values = { tenant_id: ids.school, enterprise_id: ids.firm, ...row };
  const marks = Object.keys(values).map((_, at) => `$${at + 1}`);
  await admin.query(`insert into ${table} (${Object.keys(values)}) values (${marks})`, Object.values(values));
}

/** A base with workstations W01 and W02, of which two bear the name 台. */
async function addBase() {
  const [baseId, unitId, site] = [newId(), newId(), newId()];
  const made = { created_at: '2026-01-01', changed_at: '2026-01-01' };
  await insert('base', { id: baseId, name: '基地', name_en: 'Base', ...made });
  await insert('base_unit', { id: unitId, base_id: baseId, name: '焊接', length_weeks: 2 });
  const station = { base_id: baseId, unit_id: unitId, site_id: site, site_name: '一厂', places: 1 };
  const stations = new Map([
    ['W01', newId()],
    ['W02', newId()],
  ]);
  for (const [code, id] of stations)
    await insert('base_station', { ...station, id, code, workstation_id: newId(), name: '台' });
  return { baseId, stations };
}

const csv = (...lines: string[]) => new File([lines.join('\r\n')], '设备.csv', { type: 'text/csv' });
// A form sends words, which the contract reads as yes.
const yes = 'true' as never;
const read = (baseId: string, file: File, who = firm, checkOnly = false) =>
  kit.call(importEquipment, who, { baseId, file, ...(checkOnly ? { checkOnly: yes } : {}) });
const piecesOf = async (baseId: string) => (await kit.call(getBase, firm, { baseId })).equipment;
const head = '设备编号,设备名称,工位,状态,下次检验日期,备注';

test('an inventory: every fault with its row and nothing saved; then all of it, and the same file twice is once', async () => {
  const { baseId, stations } = await addBase();
  const bad = csv(
    head,
    'A1,天车,W99,完好,2027-02-29,',
    ',无编号,,坏了,,',
    'A1,天车,台,,,',
    `A3,${'长'.repeat(201)},,,,`,
  );
  const refused = await read(baseId, bad);
  assert.deepEqual(
    refused.issues.map(({ row, column, code }) => `${row}${column} ${code}`),
    [
      '2C equipment-sheet.station-unknown',
      '2E import.day-invalid',
      '3A import.value-required',
      '3D import.choice-unknown',
      '4A import.duplicate-row',
      '4C equipment-sheet.station-ambiguous',
      '5B import.text-too-long',
    ],
  );
  assert.deepEqual([refused.isSaved, await piecesOf(baseId)], [false, []]);

  const good = csv(head, 'A1,天车,W01,在用,2028/2/29,1 号跨', 'A2,=1+1,,维修,,');
  const checked = await read(baseId, good, firm, true);
  assert.deepEqual([checked.added, checked.isSaved, (await piecesOf(baseId)).length], [2, false, 0]);
  const both = await Promise.all([read(baseId, good), read(baseId, good)]);
  assert.deepEqual(both.map((one) => [one.added, one.changed, one.same]).sort(), [
    [0, 0, 2],
    [2, 0, 0],
  ]);
  const [one, two] = await piecesOf(baseId);
  assert.deepEqual(
    [one?.assetNumber, one?.stationId, one?.condition, one?.inspectionDue, one?.note],
    ['A1', stations.get('W01'), 'ready', '2028-02-29', '1 号跨'],
  );
  assert.deepEqual(
    [two?.name, two?.stationId, two?.condition, two?.inspectionDue],
    ['=1+1', null, 'broken', null],
  );

  // Columns that a file does not have stay as they were, blank cells of those that it has are emptied.
  const short = await read(baseId, csv('资产编号,名称,备注', 'A1,桥式天车,'));
  assert.deepEqual([short.added, short.changed, short.same], [0, 1, 0]);
  const [after, other] = await piecesOf(baseId);
  assert.deepEqual(after, { ...one, name: '桥式天车', note: '' });
  assert.deepEqual(other, two);
});

test('what goes out reads back as it stands, in both kinds of file and both languages', async () => {
  const { baseId } = await addBase();
  await read(baseId, csv(head, 'A1,天车,W02,待检,2027-06-30,=备注', '0007,台钻,,完好,,'));
  const before = await piecesOf(baseId);
  for (const format of ['xlsx', 'csv'] as const)
    for (const locale of ['en', 'zh-CN'] as const) {
      const file = await kit.call(exportEquipment, actor('teacher'), { baseId, format }, { locale });
      const again = await read(baseId, file);
      assert.deepEqual(
        [again.errors, again.added, again.changed, again.same],
        [0, 0, 0, 2],
        `${format} ${locale}`,
      );
    }
  assert.deepEqual(await piecesOf(baseId), before);
  const template = await kit.call(exportEquipment, firm, { baseId: (await addBase()).baseId, format: 'csv' });
  const { issues } = await read(baseId, template);
  assert.deepEqual(
    issues.map((one) => one.code),
    ['equipment-sheet.without-rows'],
  );
});

test('an inventory belongs to the enterprise: nobody else writes it, strangers do not find it', async () => {
  const { baseId } = await addBase();
  const file = csv(head, 'A1,天车,,,,');
  for (const role of ['school-office', 'programme-head', 'teacher', 'mentor'] as const)
    await assert.rejects(read(baseId, file, actor(role)), refusal('access.forbidden'), role);
  await assert.rejects(read(baseId, file, rival), refusal('thing.not-found'));
  await assert.rejects(kit.call(exportEquipment, rival, { baseId }), refusal('thing.not-found'));
  await assert.rejects(kit.call(exportEquipment, actor('student'), { baseId }), refusal('access.forbidden'));
  await assert.rejects(kit.call(listAttention, actor('school-office'), {}), refusal('access.forbidden'));
});

test('a mentor is offered with number and post in English; offered again, what the enterprise set here stays', async () => {
  const { baseId } = await addBase();
  const [staff, site] = [newId(), newId()];
  await admin.query(`insert into site (tenant_id, id, code, name) values ($1, $2, 'S', '一厂')`, [
    ids.firm,
    site,
  ]);
  await admin.query(
    `insert into post (tenant_id, id, code, title, title_en, occupation, site_id, headcount, monthly_pay, intern_pay)
     values ($1, $2, 'P', '班长', 'Foreman', '3139', $3, 1, 1, 1)`,
    [ids.firm, newId(), site],
  );
  await admin.query(
    `insert into staff (tenant_id, id, staff_number, name, post_title, max_learners) values ($1, $2, 'S7', '马师傅', '钳工', 4)`,
    [ids.firm, staff],
  );
  const first = await kit.call(offerMentors, firm, { baseId, staffIds: [staff] });
  const of = (view: typeof first) => view.mentors[0];
  assert.deepEqual([of(first)?.staffNumber, of(first)?.postTitleEn], ['S7', '']);
  const mentorId = of(first)?.id ?? '';
  await kit.call(setMentor, firm, { baseId, mentorId, maxLearners: 2, absences: [] });
  await admin.query(`update staff set post_title = '班长' where id = $1`, [staff]);
  const again = await kit.call(offerMentors, firm, { baseId, staffIds: [staff] });
  assert.deepEqual(
    [of(again)?.id, of(again)?.postTitle, of(again)?.postTitleEn, of(again)?.maxLearners],
    [mentorId, '班长', 'Foreman', 2],
  );
});

test('what runs out within its days is listed, the most urgent first, and the enterprise is written to once for each day', async () => {
  await admin.query('delete from base_equipment');
  await admin.query('delete from base_mentor');
  const { baseId } = await addBase();
  // Today is 22 November 2026: 30 days for inspections, 60 for certificates.
  const due = { gone: '2026-11-21', today: '2026-11-22', last: '2026-12-22', later: '2026-12-23' };
  for (const [name, day] of Object.entries(due))
    await insert('base_equipment', {
      ...{ id: newId(), base_id: baseId, asset_number: name, name, condition: 'ready', inspection_due: day },
    });
  const mentor = { base_id: baseId, max_learners: 1, certificate: '技师' };
  const [near, far] = [newId(), newId()];
  await insert('base_mentor', {
    ...mentor,
    id: near,
    staff_id: newId(),
    name: 'near',
    certificate_until: '2027-01-21',
  });
  await insert('base_mentor', {
    ...mentor,
    id: far,
    staff_id: newId(),
    name: 'far',
    certificate_until: '2027-01-22',
  });
  const seen = async (who: Actor) =>
    (await kit.call(listAttention, who, {})).items.map((one) => `${one.kind} ${one.name}`);
  const wanted = ['inspection gone', 'inspection today', 'inspection last', 'certificate near'];
  assert.deepEqual(await seen(firm), wanted);
  assert.deepEqual(await seen(rival), []);

  const write = (home: string, role: Role, name: string) =>
    asSystem<AccountsTables, unknown>(kit.kernel, home, (context) =>
      addMember(context, { signInName: `${name}@x.org`, name, role, subjectId: null, locale: 'zh-CN' }),
    );
  await write(ids.firm, 'enterprise-hr', 'hr');
  await write(ids.firm, 'project-lead', 'lead');
  await write(ids.firm, 'mentor', 'mentor');
  await write(ids.otherFirm, 'enterprise-hr', 'rival');
  await write(ids.school, 'school-office', 'office');
  const mails = async () => {
    const folder = kit.kernel.mailer.folder ?? '';
    const names = await readdir(folder).catch(() => []);
    const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
    return texts.map((text) => /^To: (.*)$/m.exec(text)?.[1] ?? '').sort();
  };
  assert.equal(await remindCare(kit.kernel), 4);
  assert.equal(await remindCare(kit.kernel), 0);
  assert.deepEqual(await mails(), ['hr@x.org', 'lead@x.org']);
  // A new day by which it is due is a new matter.
  await admin.query(`update base_equipment set inspection_due = '2026-12-01' where name = 'gone'`);
  assert.equal(await remindCare(kit.kernel), 1);
  assert.equal((await mails()).length, 4);
});
