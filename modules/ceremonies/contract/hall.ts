import { bothOffices, done, route } from '@dualtrack/platform/contract';
import * as z from 'zod';
import { ceremonyId, hallView, notNow } from './ceremonies.ts';

const tag = 'Ceremonies';

export const hall = {
  makeLink: route('POST', '/ceremonies/{ceremonyId}/hall-link', {
    may: bothOffices,
    summary: 'Make a link that opens the screen in the hall without a sign-in; an earlier one ends',
    tag,
    created: true,
  })
    .errors(notNow)
    .input(ceremonyId)
    .output(z.object({ address: z.string() })),
  revokeLink: route('DELETE', '/ceremonies/{ceremonyId}/hall-link', {
    may: bothOffices,
    summary: 'End the link to the screen in the hall',
    tag,
  })
    .input(ceremonyId)
    .output(done),
  show: route('GET', '/hall/{token}', {
    may: 'anyone',
    summary: 'What the wall of the hall shows now, by its link',
    tag,
  })
    .errors({ 'link.unknown': { status: 404 } })
    .input(z.object({ token: z.string().max(200) }))
    .output(hallView),
};
