/** The memorandum in English. Party A is the school, Party B the enterprise. */
export const text = `## M01 Parties
Party A is {school} (unified social credit code {schoolCode}); Party B is {enterprise} (unified social credit code {enterpriseCode}).
After their talks the parties state the following intentions.

## M02 Intended cooperation
The parties intend to work together in the following fields:
[each intents] {subject}: {explanation}.

## M03 Next steps
[if steps] The parties agreed on the following steps:
[each steps] {work}: by {owner}, until {due}.
[if not steps] The contacts of both parties agree on the next steps.

## M04 Contacts
Contact of Party A is {schoolContact}, of Party B {enterpriseContact}; a change of contact is told to the other party in writing.

## M05 Nature
This memorandum states intentions; rights, duties and costs in particular follow from agreements that the parties conclude separately.
Both parties keep unpublished information from their talks confidential; news about the cooperation needs the other's prior consent.

## M06 Term and signing
This memorandum runs from {validFrom} to {validTo} and takes effect when both parties have signed.
[if place] Place of signing: {place}.
This memorandum is written in Chinese and English; if they differ, the Chinese text prevails.
`;
