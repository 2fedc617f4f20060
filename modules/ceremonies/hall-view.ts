import type { HallView, LiveView } from './contract.ts';

/**
 * What of the live state the hall may see: the item that is on, never a speech or what is still to come. Signatures are
 * there while they are made, the words of the plaque from its unveiling.
 */
export function hallViewOf(live: LiveView): HallView {
  const { state, title, titleEn, heldOn, place, placeEn, paper, paperEn, items, unveiledAt } = live;
  const { school, schoolEn, enterprise, enterpriseEn } = live;
  const at = state === 'live' ? items.findIndex((item) => item.id === live.currentId) : -1;
  const item = items[at];
  const isSigning = item?.kind === 'signing';
  return {
    ...{ state, title, titleEn, heldOn, place, placeEn, unveiledAt },
    ...{ school, schoolEn, enterprise, enterpriseEn },
    paper: isSigning ? paper : '',
    paperEn: isSigning ? paperEn : '',
    plaque: unveiledAt === null ? '' : live.plaque,
    plaqueEn: unveiledAt === null ? '' : live.plaqueEn,
    signatures: isSigning ? live.signatures : [],
    signers: isSigning ? live.signers : [],
    steps: items.length,
    at,
    current: item === undefined ? null : shown(item),
  };
}

function shown({ id, kind, title, titleEn, topics, speakers }: LiveView['items'][number]) {
  return { id, kind, title, titleEn, topics, speakers };
}
