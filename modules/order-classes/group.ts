/** A member of a group, and with whom they have said that they want to stay together; null: nothing said. */
export type GroupMember = { id: string; agreedWith: readonly string[] | null };

/** Whether a member agrees to the group as it is now: with everybody in it. Who leaves undoes no agreement, who joins does. */
export function hasAgreed(member: GroupMember, members: readonly GroupMember[]): boolean {
  const agreed = new Set(member.agreedWith ?? []);
  return member.agreedWith !== null && members.every(({ id }) => id === member.id || agreed.has(id));
}

/** Whether a group is matched as one: two or more, each of whom agrees to all the others. */
export function isAgreedGroup(members: readonly GroupMember[]): boolean {
  return members.length > 1 && members.every((member) => hasAgreed(member, members));
}

/** Members by the word they gave, those who gave none left out. */
export function groupsByWord<Member extends { groupCode: string | null }>(
  members: readonly Member[],
): Map<string, Member[]> {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    if (member.groupCode === null) continue;
    const known = groups.get(member.groupCode);
    if (known === undefined) groups.set(member.groupCode, [member]);
    else known.push(member);
  }
  return groups;
}
