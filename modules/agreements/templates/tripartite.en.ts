/** The post internship of one student in English. Party C is the student. */
export const text = `## P01 Parties
Party A (school) is {school}, unified social credit code {schoolCode}; its internship teacher is {teacher}, telephone {teacherPhone}.
Party B (host) is {enterprise}, unified social credit code {enterpriseCode}; its mentor is {mentor}, telephone {mentorPhone}.
Party C (student) is {student}, sex {studentSex}, born {birthDate}, identity number {identityNumber}, student number {studentNumber}, programme and class {studentClass}, address {studentAddress}, telephone {studentPhone}.
[if guardian and guardianRelation and guardianPhone] The legal guardian of Party C is {guardian} (relation: {guardianRelation}), telephone {guardianPhone}.

## P02 The internship
The post is {post}, the place {workplace}, the period from {validFrom} to {validTo}.
Contents and tasks: {tasks}.
Work is no more than {dailyHours} hours a day and {weeklyHours} hours a week; days of rest are {restDays}.

## P03 Pay
Pay is {pay} a month, which Party B pays in money and in full to Party C's own account by day {payDay} of each month.
Goods, vouchers and payment through intermediaries are excluded; pay is neither delayed nor reduced.

## P04 Meals and lodging
Meals: {meals}.
Lodging: {lodging}.

## P05 Duties of Party A
Party A makes the internship plan, sends a teacher who visits regularly, gives safety education beforehand and obtains the letter of informed consent.
Party A charges Party C no deposit, management fee, service fee or any other cost of the internship.

## P06 Duties of Party B
Party B provides conditions that meet work-safety requirements and an emergency plan, names a mentor, and completes training with a passed test before the first shift.
Party B arranges no internship on public holidays, no overtime and no night shifts, save where laws, regulations and state rules provide otherwise.
Party B assigns no work that the state forbids for Party C and no high-risk work, sends Party C to no commercial entertainment venue, and uses no intermediary or labour-dispatch company.
Party B keeps no identity card of Party C, demands no guarantee and collects nothing under any name.

## P07 Rights and duties of Party C
Party C keeps rules and safe working procedures, writes journal and report, keeps trade secrets, and asks for leave as prescribed.
Party C may refuse orders that break rules or force dangerous work, may complain, and has a right to compensation of damage as the law provides.

## P08 Insurance and accidents
Before the internship {insurer} insures against internship liability for its whole duration; the premium is neither charged to Party C nor deducted from pay.
[if policyNumber and insuranceCompany] The insurer is {insuranceCompany}, policy number {policyNumber}.
In case of injury Party B gives help at once and informs Party A; what insurance does not cover is borne by those whom the law holds liable.

## P09 Protection at work
Party B provides the protective equipment needed, free of charge.
[if hazards] The post involves the following occupational hazards: {hazards}; Party B has told Party C in writing and arranges health checks as prescribed.

## P10 Assessment
Party A and Party B assess the internship together, in this way: {assessment}.

## P11 Ending
The three parties may end this agreement by consent; a party that ends it as agreed tells the others in writing {endNoticeDays} days before.
If Party B does not pay as agreed, offers unlawful conditions or forces work, Party C may stop at once and inform Party A.
If Party C seriously breaks rules or stays away without reason for days on end, Party B may stop the internship after talking with Party A.

## P12 Breach and disputes
A party whose breach causes a loss compensates it as the law provides; if insurance was not taken out as agreed, the party that had to take it out bears the loss.
Disputes are first settled by negotiation; failing that, by mediation or before a court.

## P13 Effect and signing
This agreement takes effect when Party A and Party B have signed and sealed it and Party C has signed; it ends with the internship. Each party keeps a copy.
[if guardian] While Party C is under eighteen, it takes effect only after the legal guardian {guardian} has signed the letter of informed consent.
Annexes: letter of informed consent, internship plan, emergency contacts, proof of insurance.
`;
