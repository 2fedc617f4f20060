import { agreementExample, closePdf, composePdf } from '@dualtrack/platform/pdf';
import {
  addArchiveStamp,
  createSigningIdentity,
  localTimestampAuthority,
  openIdentity,
  signPdf,
  verifyPdf,
} from '@dualtrack/signing';
import { report, timed } from './measure.ts';

const at = new Date('2026-11-22T02:00:00Z');
const secret = 'a signing password';

const identityOf = (commonName: string, purpose: 'signing' | 'time-stamping' = 'signing') =>
  createSigningIdentity({ commonName, country: 'CN', at: new Date('2026-01-01'), secret, purpose });

/** The example agreement with its clauses repeated until it fills about ten pages, Chinese and English. */
function tenPages() {
  const example = agreementExample();
  const clauses = Array.from({ length: 5 }, () => example.clauses).flat();
  return { ...example, clauses: clauses.slice(0, 46) };
}

const milliseconds = (seconds: readonly number[]) => seconds.map((value) => value * 1_000);

/**
 * An agreement of ten bilingual pages made, signed by two and sealed by the platform, beside composing it alone, which
 * is the floor; then the long-term level on top, and 1,000 verifications.
 */
export async function benchSigning(verifications = 1_000): Promise<void> {
  const data = tenPages();
  const compose = () => composePdf({ template: 'agreement', data, createdAt: at });
  const [school, enterprise, platform, clock] = await Promise.all([
    identityOf('林知远'),
    identityOf('沈立成'),
    identityOf('Platform'),
    identityOf('Clock', 'time-stamping'),
  ]);
  // The platform's key stays open while the server runs; signers open theirs with every signature.
  const seal = await openIdentity(platform, secret);
  const authority = await localTimestampAuthority(clock, secret, () => at);
  const signed = async () => {
    let pdf = await compose();
    pdf = await signPdf({ pdf, identity: school, secret, at, fieldName: 'school' });
    pdf = await signPdf({ pdf, identity: enterprise, secret, at, fieldName: 'enterprise' });
    return signPdf({ pdf, signer: seal, at, fieldName: 'platform' });
  };
  const whole = await signed();
  const pages = new TextDecoder('latin1').decode(whole).match(/\/Type \/Page\b/g)?.length ?? 0;
  const floor = milliseconds(await timed(7, compose));
  const all = milliseconds(await timed(7, signed));
  report(`agreement of ${pages} pages (${Math.round(whole.length / 1_000)} kB): composed alone`, floor, 'ms');
  report('  composed, signed by two and sealed', all, 'ms');
  report(
    '  documents a minute, one after another',
    all.map((value) => 60_000 / value),
    '/min',
  );
  const opening = () => openIdentity(school, secret);
  const alone = () => signPdf({ pdf: whole, signer: seal, at, fieldName: 'alone' });
  report('  of it: a password opens a key (twice)', milliseconds(await timed(7, opening)), 'ms');
  report('  of it: one signature by an open key (three)', milliseconds(await timed(7, alone)), 'ms');
  const archive = () => addArchiveStamp({ pdf: whole, timestampAuthority: authority, at });
  report('  archive stamp on top (authority in process)', milliseconds(await timed(5, archive)), 'ms');
  const anchors = [school, enterprise, platform].map((identity) => identity.certificate);
  const verifyAll = async () => {
    for (let i = 0; i < verifications; i += 1) {
      const { outcome } = await verifyPdf(whole, { at, anchors });
      if (outcome !== 'passed') throw new Error(outcome);
    }
  };
  const start = performance.now();
  await verifyAll();
  const each = (performance.now() - start) / verifications;
  report(`${verifications} verifications of it, three signatures each`, [each], 'ms each');
  await closePdf();
}
