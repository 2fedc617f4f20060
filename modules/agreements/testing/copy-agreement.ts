import { newId } from '@dualtrack/platform/ids';
import type pg from 'pg';

/** One more agreement with the same fixed paper: signing is what is tried, not composing. */
export async function copyAgreement(admin: pg.Client, agreementId: string): Promise<string> {
  const id = newId();
  const { rows } = await admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_name = 'agreement' and is_generated = 'NEVER' order by ordinal_position`,
  );
  const names = rows.map(({ name }) => `"${name}"`).join(', ');
  await admin.query(
    `insert into agreement (${names}) select ${names}
     from jsonb_populate_record(null::agreement,
       (select to_jsonb(a) || jsonb_build_object('id', $2::text, 'number', $2::text) from agreement a where id = $1))`,
    [agreementId, id],
  );
  return id;
}
