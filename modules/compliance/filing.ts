/** What a filing can be about, as it is kept. */
export type KeptFiling = {
  kind: 'filing' | 'waiver';
  number: string;
  scope: readonly string[];
  /** Empty: the whole class. */
  placementIds: readonly string[];
  filedOn: string;
  approvedOn: string | null;
  until: string;
  withdrawn: boolean;
};

/** Where a filing stands: consent is awaited, it holds, its days are over, or it was taken back. */
export const filingStates = ['waiting', 'in-force', 'lapsed', 'withdrawn'] as const;
export type FilingState = (typeof filingStates)[number];

/** Where a filing stands on a day. A filing needs no consent to hold where the law asks for the filing only. */
export function filingState(filing: KeptFiling, on: string): FilingState {
  if (filing.withdrawn) return 'withdrawn';
  if (filing.until < on) return 'lapsed';
  return filing.approvedOn === null || filing.approvedOn > on ? 'waiting' : 'in-force';
}

/** Whether it is about a placement. */
export function concerns({ placementIds }: KeptFiling, placementId: string): boolean {
  return placementIds.length === 0 || placementIds.includes(placementId);
}

/** Whether a waiver was granted for this placement and rule and holds on a day. */
export function waives(filing: KeptFiling, placementId: string, rule: string, on: string): boolean {
  if (filing.kind !== 'waiver' || !filing.scope.includes(rule)) return false;
  return concerns(filing, placementId) && filingState(filing, on) === 'in-force';
}

/** The value of the pack's fact `filings` for one placement. */
export function filingsFact(filings: readonly KeptFiling[], placementId: string | null) {
  return filings
    .filter((one) => one.kind === 'filing' && !one.withdrawn)
    .filter((one) => (placementId === null ? one.placementIds.length === 0 : concerns(one, placementId)))
    .map((one) => ({
      id: one.number,
      date: one.filedOn,
      approvedAt: one.approvedOn,
      scope: [...one.scope],
      until: one.until,
    }));
}
