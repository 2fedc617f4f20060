import { phrase } from '@dualtrack/locales';
import { isAnyIllustrative } from '@dualtrack/organisations/server';
import { operationsOn } from '@dualtrack/platform/operation';
import { composePdf } from '@dualtrack/platform/pdf';
import { type CeremonyDetail, contract } from '../contract.ts';
import { seatTable } from '../seating.ts';
import type { Guest } from '../shapes.ts';
import { otherSide } from '../side.ts';
import { ceremonyView } from './ceremony-view.ts';
import type { CeremoniesTables } from './tables.ts';

const operation = operationsOn<CeremoniesTables>();

/** Guests who sit at the table: groups stand for people whose names nobody has given. */
const seated = (ceremony: CeremonyDetail) => ceremony.guests.filter((guest) => !guest.isGroup);
const both = (chinese: string, english: string) => [chinese, english].filter((one) => one !== '').join(' ');
const asPdf = (bytes: Uint8Array, name: string) =>
  new File([Buffer.from(bytes)], name, { type: 'application/pdf' });
const either = (zh: string, en: string) => ({ ...(zh ? { zh } : {}), ...(en ? { en } : {}) });

export const nameCards = operation(contract.ceremonies.nameCards, async (ctx, input) => {
  const ceremony = await ceremonyView(ctx, input.ceremonyId);
  const guests = seated(ceremony).filter((guest) => input.side === undefined || guest.side === input.side);
  if (guests.length === 0) throw ctx.refuse('ceremony.no-guests');
  const cards = guests.map((guest) => {
    const post = both(guest.posts.join('、'), guest.posts.length === 0 ? guest.postsEn.join('; ') : '');
    const organisation =
      guest.side === 'school'
        ? { zh: ceremony.school, en: ceremony.schoolEn }
        : { zh: ceremony.enterprise, en: ceremony.enterpriseEn };
    return {
      side: guest.side,
      ...(guest.name ? { name: guest.name } : {}),
      ...(guest.nameEn ? { nameLatin: guest.nameEn } : {}),
      ...(post ? { post } : {}),
      organisation: organisation.zh || organisation.en || '–',
    };
  });
  const bytes = await composePdf({
    template: 'name-cards',
    data: {
      title: phrase(ctx.locale, 'ceremonies', 'paper.nameCards'),
      cards,
      illustrative: await isAnyIllustrative(ctx, [ceremony.home, ceremony.enterpriseId]),
    },
    createdAt: ctx.now,
  });
  return asPdf(bytes, `name-cards-${ceremony.heldOn}.pdf`);
});

export const seatingPlan = operation(contract.ceremonies.seatingPlan, async (ctx, input) => {
  const ceremony = await ceremonyView(ctx, input.ceremonyId);
  const guests = seated(ceremony);
  if (guests.length === 0) throw ctx.refuse('ceremony.no-guests');
  const of = (side: Guest['side']) => guests.filter((guest) => guest.side === side);
  const { far, near } = seatTable(of(ceremony.hostSide), of(otherSide(ceremony.hostSide)));
  const words = (key: 'row' | 'seat' | 'rank' | 'name' | 'post' | 'far' | 'near' | 'seatingPlan') => ({
    zh: phrase('zh-CN', 'ceremonies', `paper.${key}`),
    en: phrase('en', 'ceremonies', `paper.${key}`),
  });
  const rowsOf = (seats: typeof far, row: 'far' | 'near') =>
    seats.map(({ guest, rank }, index) => [
      { text: both(words(row).zh, words(row).en), track: guest.side },
      String(index + 1),
      String(rank),
      both(guest.name, guest.nameEn),
      both(guest.posts.join('、'), guest.postsEn.join('; ')),
    ]);
  const bytes = await composePdf({
    template: 'table',
    data: {
      languages: 'zh-en',
      paper: 'a4',
      orientation: 'portrait',
      title: words('seatingPlan'),
      subtitle: either(ceremony.paper, ceremony.paperEn),
      columns: [
        { head: words('row'), share: 2 },
        { head: words('seat'), align: 'right' },
        { head: words('rank'), align: 'right' },
        { head: words('name'), share: 2 },
        { head: words('post'), share: 3 },
      ],
      rows: [...rowsOf(far, 'far'), ...rowsOf(near, 'near')],
      notes: [
        {
          zh: phrase('zh-CN', 'ceremonies', 'paper.seatingNote'),
          en: phrase('en', 'ceremonies', 'paper.seatingNote'),
        },
      ],
      footer: `${ceremony.heldOn} ${ceremony.place || ceremony.placeEn}`.trim(),
      illustrative: await isAnyIllustrative(ctx, [ceremony.home, ceremony.enterpriseId]),
    },
    createdAt: ctx.now,
  });
  return asPdf(bytes, `seating-${ceremony.heldOn}.pdf`);
});
