/** Shared staff in English. Party A is the school, Party B the enterprise. */
export const text = `## T01 Parties
Party A is {school} (unified social credit code {schoolCode}); Party B is {enterprise} (unified social credit code {enterpriseCode}).
Each party engages people of the other to teach, to practise and for technical services; they remain employed where they are.

## T02 Enterprise staff who teach
[if enterpriseCourseHours] Party B's engineers teach no fewer than {enterpriseCourseHours} hours each school year.
[if experts] The first people engaged, and their tasks:
[each experts] {person} ({position}): {task}.
Party A appoints them formally, provides what teaching needs and training in teaching methods, and pairs each with a teacher.

## T03 Teachers who practise
[if teacherPracticeDays] Each year Party B hosts no fewer than {teacherPracticeDays} person-days of practice by Party A's teachers.
Party B names a post and a contact for each teacher and writes an assessment when the practice ends.

## T04 Staff training
[if staffTrainingDays] Party A provides no fewer than {staffTrainingDays} person-days of training a year for Party B's staff.
Topics, times and charges are confirmed in writing item by item.

## T05 Pay and costs
[if hourlyPay] Party A pays Party B's people {hourlyPay} for each hour taught, every month and directly to the person.
[if not hourlyPay] Pay for teaching is agreed in writing each school year.
Travel and lodging beyond that are borne by the party that invites, unless agreed otherwise.

## T06 Management and safety
People engaged keep the rules of the place where they work, which explains its safety requirements before they start and provides the protection needed.
The parties assess their work once every school year and tell the person and the employer.

## T07 Confidentiality and results
People engaged keep the other party's trade secrets and unpublished information confidential, also after the engagement has ended.
Authorship of and rights in textbooks, courses and technical results made together are agreed in writing before the work begins.

## T08 Organisation and disputes
Each party names a contact; they meet no fewer than {meetingsPerYear} times a year.
Disputes are first settled by negotiation; failing that, they are brought before the competent people's court at the seat of Party A.

## T09 Term and effect
This agreement runs from {validFrom} to {validTo}; {noticeDays} days before it ends the parties decide in writing on renewal.
This agreement takes effect when both parties have signed; it is written in Chinese and English, and if they differ, the Chinese text prevails.
`;
