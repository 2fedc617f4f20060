import { defaultLocale, isLocale, phrase } from '@dualtrack/locales';
import { newSecret } from '@dualtrack/platform/ids';
import { publicAddress } from '@dualtrack/platform/links';
import { openOperation } from '@dualtrack/platform/operation';
import { contract } from '../contract.ts';
import { identity } from './identity.ts';
import { hashPassword } from './password.ts';
import { digestOf } from './session.ts';
import { forgetFailures } from './sign-in-failures.ts';

const linkMinutes = 60;

/** Mails a link that sets a new password. Says the same whether or not the name is known. */
export const askPasswordReset = openOperation(contract.passwordResets.ask, async ({ kernel, now }, input) => {
  const secret = newSecret();
  const person = await identity(kernel.pool, async (db) => {
    const found = await db
      .selectFrom('signInName as n')
      .innerJoin('person as p', 'p.id', 'n.personId')
      .select(['p.id', 'p.name', 'p.locale'])
      .where('n.name', '=', input.name)
      .executeTakeFirst();
    if (found === undefined) return undefined;
    await db
      .insertInto('passwordReset')
      .values({
        tokenHash: digestOf(secret),
        personId: found.id,
        expiresAt: new Date(now.getTime() + linkMinutes * 60_000),
        usedAt: null,
      })
      .execute();
    return found;
  });
  if (person !== undefined && input.name.includes('@')) {
    const params = {
      name: person.name,
      link: `${publicAddress(kernel)}/reset/${secret}`,
      minutes: linkMinutes,
    };
    const locale = isLocale(person.locale) ? person.locale : defaultLocale;
    const mail = {
      to: input.name,
      subject: phrase(locale, 'accounts', 'mail.reset.subject'),
      text: phrase(locale, 'accounts', 'mail.reset.text', params),
    };
    // A mail that cannot be sent must not answer differently from a name that nobody has.
    await kernel.mailer
      .send(mail)
      .catch((error: unknown) => kernel.log.error({ error }, 'reset mail not sent'));
  }
  return { ok: true as const };
});

/** Sets a new password by a link; every session of the person ends. */
export const usePasswordReset = openOperation(
  contract.passwordResets.use,
  async ({ kernel, now, refuse }, input) => {
    const hash = await hashPassword(input.password);
    await identity(kernel.pool, async (db) => {
      // Guarded by the state itself: of two uses at once only one finds it unused.
      const used = await db
        .updateTable('passwordReset')
        .set({ usedAt: now })
        .where('tokenHash', '=', digestOf(input.token))
        .where('usedAt', 'is', null)
        .where('expiresAt', '>', now)
        .returning('personId')
        .executeTakeFirst();
      if (used === undefined) throw refuse('link.not-valid');
      const names = await db
        .selectFrom('signInName')
        .select('name')
        .where('personId', '=', used.personId)
        .execute();
      if (names.some((one) => one.name === input.password.toLowerCase()))
        throw refuse('password.same-as-name');
      await db
        .insertInto('personPassword')
        .values({ personId: used.personId, hash, changedAt: now })
        .onConflict((conflict) => conflict.column('personId').doUpdateSet({ hash, changedAt: now }))
        .execute();
      await forgetFailures(
        db,
        names.map((one) => one.name),
      );
      await db.deleteFrom('session').where('personId', '=', used.personId).execute();
    });
    return { ok: true as const };
  },
);
