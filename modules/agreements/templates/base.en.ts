/** The joint training base in English. Party A is the school, Party B the enterprise. */
export const text = `## B01 Parties
Party A is {school} (unified social credit code {schoolCode}); Party B is {enterprise} (unified social credit code {enterpriseCode}).
[if schoolRepresentative] The legal representative of Party A is {schoolRepresentative}.
[if enterpriseRepresentative] The legal representative of Party B is {enterpriseRepresentative}.

## B02 Base and workstations
[if baseName] The parties build “{baseName}” together at {baseAddress}, with {stations} workstations to begin with.
[if not baseName] The parties build a joint training base together at {baseAddress}, with {stations} workstations to begin with.
Opening times, posts and the number of students that each workstation takes at a time are confirmed in writing; changes are announced {noticeDays} days ahead.

## B03 Equipment and premises
[if equipment] The following equipment is put to use in the base:
[each equipment] {item}: {quantity}, contributed by {contributor}.
[if not equipment] The list of equipment is confirmed separately in writing.
Equipment, software and premises remain the property of the party that contributed them, which also maintains them, unless agreed otherwise in writing.

## B04 Mentoring and use
A workplace mentor guides no more than {learnersPerMentorMax} students at a time; Party B provides the list of mentors and keeps it up to date.
[if trainingWeeks] Each student practises in the base for no fewer than {trainingWeeks} weeks in all; the weeks follow the rotation plan published by both parties.
Party A names a teacher as contact of the base, sends students as the rotation plan says, and records attendance and assessment together with Party B.

## B05 Safety and insurance
Before the first shift the parties complete safety education and post training; only students who pass may start. Both parties keep the records.
Before the first shift {insurer} insures the students against internship liability; the premium is neither charged to students nor deducted from their pay.
[if hazardSources] The base has the following hazard sources, which Party B marks and provides protective equipment for: {hazardSources}.

## B06 Costs
Each party bears its own costs of performing this agreement; payments between the parties need a written agreement, a lawful invoice and a corporate account.
Neither party charges students for the use of the base.

## B07 Management and disputes
The parties form a working group of the base, which meets no fewer than {meetingsPerYear} times a year and reviews use, equipment and safety.
Disputes are first settled by negotiation; failing that, they are brought before the competent people's court at the seat of Party A.

## B08 Term and effect
This agreement runs from {validFrom} to {validTo}; early ending needs the written consent of both parties and lets students who practise in the base complete their studies as planned.
This agreement takes effect when both parties have signed; it is written in Chinese and English, and if they differ, the Chinese text prevails.
`;
