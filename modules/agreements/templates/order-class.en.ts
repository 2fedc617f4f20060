/** Order agreements in English; where it differs from the Chinese, the Chinese prevails. Party A is the school. */
export const text = `## O01 Parties and authority
Party A is {school} (unified social credit code {schoolCode}); Party B is {enterprise} (unified social credit code {enterpriseCode}).
[if schoolRepresentative] The legal representative of Party A is {schoolRepresentative}.
[if enterpriseRepresentative] The legal representative of Party B is {enterpriseRepresentative}.
Each party declares that it is entitled to make and perform this agreement, has completed its internal decision procedure, and has authorised the person who signs for it.
Party B declares that it meets the legal operating and work-safety conditions for receiving interns. Neither party organises, arranges or manages internships through an intermediary or a labour-dispatch company.

## O02 Purpose and goal
Under the Vocational Education Law of the People's Republic of China and related rules, the parties, acting freely and as equals and for mutual benefit, train skilled workers together in an order class.
This agreement provides for the training of {seats} students for the following posts: {posts}.
[if minimumHireShare] The goal is that Party B hires no fewer than {minimumHireShare} of qualified graduates, as set out in the clause on hiring and employment.

## O03 Programme, class and seats
The parties form the class “{className}” in Party A's programme {programme} (major code {majorCode}) with {seats} planned seats, starting in {startQuarter}.
Seats, internship pay and regular pay of each post are set out in the order table under this clause.
Size, posts and pay change only by written confirmation of both parties and never to the disadvantage of students already admitted.

## O04 Selection by both sides
Students apply of their own will and choose posts themselves; Party B interviews and scores them; both parties admit by rules published beforehand. A student under eighteen takes part in a post internship only with the written informed consent of the legal guardian.
Application period, scoring criteria, admission rules, order of the waiting list and results are published and open to students' questions and appeals.
Within {exitWeeks} weeks of the start of the class a student may leave without giving a reason; the seat goes to the next student on the waiting list, and the student continues in the original programme.

## O05 Training plan and courses
The parties write the training plan and course standards together and revise them every year; the plan conforms to the national teaching standards and is approved by Party A's procedure before it is carried out.
[if enterpriseCourseHours] Party B's engineers teach no fewer than {enterpriseCourseHours} hours of enterprise courses each school year.
[if not enterpriseCourseHours] The hours taught by Party B's engineers are agreed in the training plan.

## O06 Exchange of teaching staff
The parties exchange staff for teaching and practice: Party B appoints suitably qualified people as workplace mentors and part-time teachers; Party A sends its teachers to practise in the enterprise.
[if teacherPracticeDays] Each year Party B hosts no fewer than {teacherPracticeDays} person-days of practice by Party A's teachers.

## O07 Joint training base
[if baseName] The parties build the “{baseName}” together. Workstations, equipment list, opening times and rules are confirmed separately and form an annex to this agreement.
[if not baseName] The parties may build a joint training base; workstations, equipment list, opening times and rules are then agreed in writing.
Equipment, software and premises remain the property of the party that contributed them, which also maintains them, unless agreed otherwise in writing.

## O08 Internships and alternating study and work
[if trainingWeeks] Study and work alternate. Practice in the enterprise totals no fewer than {trainingWeeks} weeks; the weeks follow the rotation plan published by both parties.
Before a post internship, Party A, Party B and the student sign a three-party internship agreement; without it no internship is arranged.
Interns work no more than eight hours a day and forty hours a week; no internship on public holidays, no overtime and no night shifts, save where laws, regulations and state rules provide otherwise.
[if nightPosts] The following posts run in shifts; Party B puts no intern on a night shift: {nightPosts}.
[if hazardPosts] The following posts involve occupational hazards: {hazardPosts}. Party B informs students in writing beforehand, provides protective equipment, and assigns no student under eighteen to work that the state forbids for minors.
A workplace mentor guides no more than {learnersPerMentorMax} students at a time.
[if internMonthlyPayMin] Internship pay is no less than {internMonthlyPayMin} per person and month.
Students in post internships who work relatively independently are paid no less than eighty per cent of the probation wage of the same post in the enterprise, in money, every month, in full and directly to the student; goods, vouchers and payment through intermediaries are excluded.

## O09 @enterprise Scholarships and donated equipment
[if scholarshipPerStudent] Party B provides {scholarshipPerStudent} in scholarships for each student of the class, awarded by published rules and paid directly to the student.
[if not scholarshipPerStudent] No scholarship is agreed; one may be set up by separate written agreement.
Party B may donate equipment of its own will; a donation is no condition for admitting, assessing or hiring students.

## O10 @enterprise Hiring and employment
[if minimumHireShare] Of the students who graduate, pass the assessment and wish to join, Party B undertakes to hire no fewer than {minimumHireShare} of those qualified, and sends written offers within the three months before graduation.
[if not minimumHireShare] Students who graduate, pass the assessment and wish to join are preferred by Party B under equal conditions.
Party B then concludes a written employment contract, pays social insurance as the law requires, and pays no less than stated in the order table.

## O11 Students' rights, duties and service period
Intentions that students state before graduation do not bind them; they are free to choose their work.
Nobody may charge students a deposit, bond, training fee, management fee or placement fee, keep their identity cards, diplomas or other papers, or agree a penalty payable by a student.
Once a student is employed by Party B, a service period may be agreed only where Party B has paid dedicated costs for professional technical training under Article 22 of the Labour Contract Law, and the penalty may not exceed those costs.

## O12 @school Staff training and technical services
[if staffTrainingDays] Party A provides no fewer than {staffTrainingDays} person-days of training a year for Party B's staff; content and charges are confirmed in writing item by item.
[if not staffTrainingDays] Party A provides staff training and technical services as Party B needs them; project, charges and time are agreed in writing item by item.

## O13 Joint innovation and intellectual property
The parties may work on technical projects together; each has a task paper with goal, shares of the budget, milestones and persons in charge.
Intellectual property that existed before remains with its owner. Ownership, authorship and income of what the cooperation yields are agreed in the task paper; failing that, the parties own it jointly.

## O14 Costs and payments
Each party bears its own costs of performing this agreement. Payments between the parties need a written agreement, a lawful invoice and a corporate account.
Party B makes no per-head payment, open or disguised, to Party A for receiving students; Party A takes none for recommending them.

## O15 Safety, insurance and liability
Before the first shift the parties complete safety education and post training; only students who pass may start. Both parties keep the records.
Before the first shift {insurer} insures the students against internship liability for the whole internship; the premium is neither charged to students nor deducted from their pay.
In case of injury or accident Party B gives help at once and informs Party A; both act as the law requires and are liable according to fault.

## O16 Personal data, confidentiality and publicity
The parties process personal data of students and guardians only to perform this agreement, lawfully, properly, as far as necessary and in good faith, with the consents required, and delete or anonymise it when the purpose ends.
Each party keeps the other's trade secrets and unpublished information confidential, also after this agreement has ended.
Use of the other party's name or mark, and news about the cooperation, need its prior consent.

## O17 Organisation and disputes
The parties form a joint working group, each names a contact, and they meet no fewer than {meetingsPerYear} times a year and review the performance of this agreement every year.
Disputes are first settled by negotiation; failing that, they are brought before the competent people's court at the seat of Party A.

## O18 Term, change, ending and care for students
This agreement runs from {validFrom} to {validTo}; {noticeDays} days before it ends the parties decide in writing on renewal.
Changes and early ending need the written consent of both parties, unless the law provides otherwise.
Whatever the reason for ending, the parties continue the training, internship and protection of students already in the class until they graduate or are properly provided for.

## O19 Breach
If a party breaches this agreement, the other may demand in writing that it be remedied within {cureDays} days; failing that, the actual loss is compensated.
Claims for breach must not harm students' studies, pay or personal rights.

## O20 Signing and effect
[if schoolSigner and enterpriseSigner] This agreement is signed by {schoolSigner} for Party A and by {enterpriseSigner} for Party B.
This agreement may be signed electronically and takes effect when both parties have signed; the legal effect of electronic signatures follows the Electronic Signature Law of the People's Republic of China.
[if place] Place of signing: {place}.
This agreement is written in Chinese and English; if they differ, the Chinese text prevails. Annexes have the same effect as this agreement.
`;
