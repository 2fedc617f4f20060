import { readFileBytes } from '@dualtrack/platform/files';
import { openLink } from '@dualtrack/platform/links';
import { asSystem, type DocumentAnswer, type DocumentRoute } from '@dualtrack/platform/operation';
import { readFacts } from './certificate-evidence.ts';
import { certificateLink } from './certificates.ts';
import type { TalentTables } from './tables.ts';

/**
 * The address that is printed on a certificate: whoever has the paper gets the file that the platform sealed, to lay the
 * two beside each other; with `.json` the facts, as a credential needs them, with the digest of the file.
 */
export const certificateCheck: DocumentRoute = {
  path: '/talent-certificates/:token',
  async answer(kernel, request) {
    const asked = request.params['token'] ?? '';
    const wantsFacts = asked.endsWith('.json');
    const link = await openLink(kernel, certificateLink, asked.replace(/\.(json|pdf)$/, ''));
    return asSystem<TalentTables, DocumentAnswer | null>(kernel, link.tenant, async (context) => {
      const row = await context.db
        .selectFrom('talentCertificate')
        .select(['facts', 'digest', 'fileId', 'number'])
        .where('id', '=', link.subjectId)
        .executeTakeFirst();
      if (row === undefined) return null;
      if (wantsFacts) {
        const body = JSON.stringify({ ...readFacts(row.facts), sha256: row.digest }, null, 2);
        return { mediaType: 'application/json', body, fileName: `${row.number}.json` };
      }
      const { bytes } = await readFileBytes(context, row.fileId);
      return { mediaType: 'application/pdf', body: new Uint8Array(bytes), fileName: `${row.number}.pdf` };
    });
  },
};
