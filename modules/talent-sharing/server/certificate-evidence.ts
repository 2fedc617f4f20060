import type { Selectable } from 'kysely';
import type { CredentialFacts } from '../credential-facts.ts';
import { occupations } from '../occupations.ts';
import { sides } from '../side.ts';
import type { TalentContext } from './asking.ts';
import type { TalentTables } from './tables.ts';

type Entry = Selectable<TalentTables['hourEntry']>;
type Skills = CredentialFacts['claim']['skills'];
type Evidence = CredentialFacts['evidence'];

const named = (codes: readonly string[]) =>
  codes.map((code) => {
    const found = occupations.find((one) => one.code === code);
    return { code, name: found?.zh ?? '', nameEn: found?.en ?? '' };
  });

/** The session or stay that the hours rest on, with who attested it, and the skills that it asked for. */
export async function evidenceOf(
  ctx: TalentContext,
  entry: Entry,
): Promise<{ skills: Skills; evidence: Evidence }> {
  const session = await sessionOf(ctx, entry);
  const stay = session === undefined ? await stayOf(ctx, entry) : undefined;
  const at = { school: session?.schoolAttestedAt, enterprise: session?.enterpriseAttestedAt };
  const attested = sides.map((side) => ({
    ...{ side, by: entry.attestedBy[side], at: at[side]?.toISOString() ?? null },
  }));
  const evidence: Evidence = [
    ...(session === undefined
      ? []
      : [
          {
            ...{
              kind: 'session' as const,
              id: session.id,
              place: session.roomName || session.place,
              attested,
            },
            ...{ from: session.startsAt.toISOString(), to: session.endsAt.toISOString() },
          },
        ]),
    ...(stay === undefined
      ? []
      : [
          {
            ...{ kind: 'stay' as const, id: stay.id, place: stay.post, attested },
            ...{ from: stay.fromOn, to: stay.toOn },
          },
        ]),
  ];
  return { skills: await skillsOf(ctx, entry, session?.needId ?? null), evidence };
}

async function skillsOf(ctx: TalentContext, entry: Entry, needId: string | null): Promise<Skills> {
  const need =
    needId === null
      ? undefined
      : await ctx.db
          .selectFrom('talentNeed')
          .select(['occupations', 'tags'])
          .where('id', '=', needId)
          .executeTakeFirst();
  if (need !== undefined && need.occupations.length + need.tags.length > 0)
    return { from: 'need', occupations: named(need.occupations), tags: need.tags };
  const card = await ctx.db
    .selectFrom('expert')
    .select(['occupations', 'tags'])
    .where('id', '=', entry.expertId)
    .executeTakeFirst();
  return { from: 'card', occupations: named(card?.occupations ?? []), tags: card?.tags ?? [] };
}

async function sessionOf(ctx: TalentContext, { sessionId }: Entry) {
  if (sessionId === null) return undefined;
  return ctx.db.selectFrom('talentSession').selectAll().where('id', '=', sessionId).executeTakeFirst();
}

async function stayOf(ctx: TalentContext, { stayId }: Entry) {
  if (stayId === null) return undefined;
  return ctx.db.selectFrom('talentStay').selectAll().where('id', '=', stayId).executeTakeFirst();
}

type Kept = Omit<CredentialFacts, 'claim' | 'evidence'> & {
  claim: Omit<CredentialFacts['claim'], 'skills'> & { skills?: Skills };
  evidence?: Evidence;
};

/** Facts as they are handed out: those of version 1 say that no skills and no evidence were kept. */
export function readFacts(facts: Kept): CredentialFacts {
  const none: Skills = { from: 'card', occupations: [], tags: [] };
  return {
    ...facts,
    claim: { ...facts.claim, skills: facts.claim.skills ?? none },
    evidence: facts.evidence ?? [],
  };
}
