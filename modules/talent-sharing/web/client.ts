import { createClient } from '@dualtrack/ui';
import { contract } from '../contract.ts';

/** The API of this module. */
export const api = createClient(contract);

/** How many sessions wait for an answer of this person. */
export async function waitingAnswers(): Promise<number> {
  return (await api.sessions.list({ scope: 'to-answer', page: 1, size: 50 })).total;
}

/** Where the browser gets a sealed certificate. */
export const certificateAddress = (certificateId: string) => `/api/talent-certificates/${certificateId}/file`;

/** Where the browser gets the record of a year. */
export const recordAddress = (expertId: string, year: number) =>
  `/api/experts/${expertId}/record?year=${year}`;
