import { type FromRecorded, renamed, shiftsOfRoster } from '@dualtrack/rules';

const NAMES = {
  'trainee.birthDate': 'student.birthDate',
  'training.start': 'placement.start',
  'training.end': 'placement.end',
};
const SIGNERS: Readonly<Record<string, string>> = {
  host: 'trainer',
  student: 'trainee',
  guardian: 'guardian',
};

/** The trainee's birth date, the days of training, who has signed, and the shifts that a rotation plan came to. */
export const fromRecorded: FromRecorded = (recorded) => {
  const shifts = shiftsOfRoster(recorded['placement.roster'], recorded['calendar.holidays']);
  const signed = recorded['agreement.signatures'];
  return {
    ...renamed(recorded, NAMES),
    ...(shifts === undefined ? {} : { 'roster.shifts': shifts }),
    ...(Array.isArray(signed) ? { 'contract.signatures': signed.flatMap(signerOf) } : {}),
  };
};

/** Who signed, in the words of this pack; the school is no party to the contract of training. */
function signerOf(signature: unknown): string[] {
  const role: unknown =
    typeof signature === 'object' && signature !== null && 'role' in signature && signature.role;
  const signer = typeof role === 'string' ? SIGNERS[role] : undefined;
  return signer === undefined ? [] : [signer];
}
