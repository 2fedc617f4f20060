import type pg from 'pg';

const week = 7 * 86_400_000;

/**
 * Reads a plan past every wall and says what is wrong with its blocks, straight from the definition: a student in two
 * places at once, more heads than places in some week, a block in a week that is not the enterprise's, a unit left out
 * or taken twice, a mentor with too many, a station of another unit.
 */
export async function flawsOf(admin: pg.Client, planId: string): Promise<string[]> {
  const rows = async (text: string) => (await admin.query(text, [planId])).rows;
  const blocks = await rows(
    `select placement_id, unit_id, station_id, mentor_id, weeks, to_char(first_week, 'YYYY-MM-DD') as day
     from rotation_block where plan_id = $1`,
  );
  const away = await rows(
    `select to_char(week_start, 'YYYY-MM-DD') as day from rotation_week where plan_id = $1 and kind <> 'enterprise'`,
  );
  const plan = 'join rotation_plan p on p.base_id = x.base_id where p.id = $1';
  const stations = new Map(
    (await rows(`select x.* from base_station x ${plan}`)).map((row) => [row.id, row]),
  );
  const mentors = new Map((await rows(`select x.* from base_mentor x ${plan}`)).map((row) => [row.id, row]));
  const units = new Map((await rows(`select x.* from base_unit x ${plan}`)).map((row) => [row.id, row]));
  const flaws: string[] = [];
  const heads = new Map<string, number>();
  const free = new Set(away.map((row) => row.day));
  for (const block of blocks) {
    if (stations.get(block.station_id)?.unit_id !== block.unit_id) flaws.push('station of another unit');
    if (units.get(block.unit_id)?.length_weeks !== block.weeks) flaws.push('not the length of its unit');
    for (let at = 0; at < block.weeks; at += 1) {
      const day = new Date(Date.parse(block.day) + at * week).toISOString().slice(0, 10);
      if (free.has(day)) flaws.push(`at the enterprise in ${day}`);
      for (const who of [block.placement_id, block.station_id, block.mentor_id]) {
        heads.set(`${who} ${day}`, (heads.get(`${who} ${day}`) ?? 0) + 1);
      }
    }
  }
  for (const [key, count] of heads) {
    const [who = '', day] = key.split(' ');
    const limit = stations.get(who)?.places ?? mentors.get(who)?.max_learners ?? (who === 'null' ? count : 1);
    if (count > limit) flaws.push(`${count} over ${limit} in ${day}`);
  }
  const placements = await rows(
    `select x.id from placement x join rotation_plan p on p.class_id = x.class_id where p.id = $1`,
  );
  for (const { id } of placements) {
    const taken = blocks.filter((block) => block.placement_id === id).map((block) => block.unit_id);
    const wanted = [...units.keys()].sort();
    if (JSON.stringify(taken.sort()) !== JSON.stringify(wanted)) flaws.push(`not every unit once: ${id}`);
  }
  return flaws;
}
