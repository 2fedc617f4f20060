type Typed = { readonly name: string; readonly value: string | boolean | { role: string; at: string }[] };
type Facts = readonly Typed[];

const said = (facts: Readonly<Record<string, string>>): Facts =>
  Object.entries(facts).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }]));

/** A policy as it is typed; the same facts as those recorded of it. */
export function coverFacts(typed: { number: string; from: string; to: string; payer: string }): Facts {
  const { number, from, to, payer } = typed;
  const cover = said({ 'insurance.from': from, 'insurance.to': to, 'insurance.payer': payer });
  if (number.trim() === '' || from > to) return [];
  return [
    ...cover,
    { name: 'insurance.policyNo', value: number.trim() },
    { name: 'insurance.type', value: 'internship-liability' },
    { name: 'insurance.insureds', value: true },
  ];
}

/** Days of signatures and consents as they are typed. */
export function signedFacts(typed: {
  schoolSignedOn: string;
  hostSignedOn: string;
  studentSignedOn: string;
  studentConsentOn: string;
  guardianConsentOn: string;
}): Facts {
  const signed = [
    { role: 'school', at: typed.schoolSignedOn },
    { role: 'host', at: typed.hostSignedOn },
    { role: 'student', at: typed.studentSignedOn },
    { role: 'guardian', at: typed.guardianConsentOn },
  ].filter(({ at }) => at !== '');
  const consents = said({
    'consent.student.signedAt': typed.studentConsentOn,
    'consent.guardian.signedAt': typed.guardianConsentOn,
  });
  return signed.length === 0 ? consents : [{ name: 'agreement.signatures', value: signed }, ...consents];
}
