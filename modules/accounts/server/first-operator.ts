import { newId } from '@dualtrack/platform/ids';
import { asSystem, type Kernel } from '@dualtrack/platform/operation';
import { invitationLink, keepInvitation } from './keep-invitation.ts';
import { putOrganisation } from './organisation.ts';
import type { AccountsTables } from './tables.ts';

/**
 * On an installation where nobody has an account yet: makes the host organisation, and a link with which its first
 * operator sets a name and password. Each start without an operator makes a new link. Null when there is somebody.
 */
export async function inviteFirstOperator(kernel: Kernel): Promise<string | null> {
  const { rows } = await kernel.pool.raw.query<{ id: string }>(
    "select tenant_id as id from organisation where kind = 'host'",
  );
  const host = rows[0]?.id ?? newId();
  return asSystem<AccountsTables, string | null>(kernel, host, async (context) => {
    if (rows.length === 0) {
      await putOrganisation(context, {
        id: host,
        kind: 'host',
        code: 'HOST',
        name: '平台运营',
        nameEn: 'Platform host',
        regionCode: null,
        isIllustrative: false,
      });
    }
    const member = await context.db
      .selectFrom('membership')
      .select('id')
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    if (member !== undefined) return null;
    const { secret } = await keepInvitation(context, {
      name: 'operator',
      address: `operator@${kernel.config.publicUrl === undefined ? 'localhost' : new URL(kernel.config.publicUrl).hostname}`,
      role: 'operator',
      subjectId: null,
      invitedBy: host,
    });
    return invitationLink(kernel, secret);
  });
}
