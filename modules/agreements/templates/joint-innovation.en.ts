/** The joint project in English. Party A is the school, Party B the enterprise. */
export const text = `## J01 Parties
Party A is {school} (unified social credit code {schoolCode}); Party B is {enterprise} (unified social credit code {enterpriseCode}).

## J02 Project and goal
The parties carry out the project “{projectName}” together.
Goal of the project: {projectGoal}.

## J03 Milestones
The project is completed in the following steps:
[each milestones] By {due}: {result}.
A party that cannot keep a milestone explains why in writing and in good time, and the parties agree how to adjust.

## J04 Budget
The budget of the project is {budget}; Party A bears {schoolShare} of it and Party B the rest.
The money is used for the project only; each party manages its part by its own financial rules, and they compare accounts every half year.

## J05 People and students
The project is led by {schoolLead} for Party A and by {enterpriseLead} for Party B.
[if studentCount >= 1] {studentCount} students take part; their studies, safety and authorship are protected, and taking part is no substitute for the pay of a post internship.
[if studentCount >= 20] Where twenty or more students take part, the parties write a separate plan for them.

## J06 Intellectual property
Intellectual property that existed before remains with its owner; the other party may use it within this project only.
[if resultRights] Ownership of results and division of income: {resultRights}.
[if not resultRights] Results are owned jointly; transfer or licence to others needs the written consent of both parties.
Papers, patents and prizes name authors by what they contributed, and are published after both parties have confirmed.

## J07 Confidentiality
Each party keeps the other's trade secrets and unpublished information confidential, also after this agreement has ended.

## J08 Changes and disputes
Changes of goal, budget and milestones need the written consent of both parties; a party in breach remedies it within {cureDays} days of the other's written demand.
Disputes are first settled by negotiation; failing that, they are brought before the competent people's court at the seat of Party A.

## J09 Term and effect
This agreement runs from {validFrom} to {validTo}.
This agreement takes effect when both parties have signed; it is written in Chinese and English, and if they differ, the Chinese text prevails.
`;
