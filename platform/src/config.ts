import { resolve } from 'node:path';
import * as z from 'zod';

/** Everything a deployment can set; command-line options win over the environment. */
export const configSchema = z.object({
  port: z.coerce.number().int().min(0).max(65_535).default(8080),
  host: z.string().default('127.0.0.1'),
  dataDir: z.string(),
  databaseUrl: z.string().optional(),
  /** The address people use; decides cookie security and links in mails. */
  publicUrl: z.url().optional(),
  demo: z.boolean().default(true),
  /** Mail server, such as smtp://user:password@host:587; without one, mails are files in the data folder. */
  smtpUrl: z.string().optional(),
  /** Time-stamp authority (RFC 3161) for long-term signatures: its address, or `local` for development. */
  tsaUrl: z.union([z.literal('local'), z.url()]).optional(),
  /** Folder of what verification trusts: certificates of authorities, lists of revoked ones, OCSP answers. */
  trustDir: z.string().optional(),
  mailFrom: z.string().default('Dualtrack <no-reply@localhost>'),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
  timeZone: z.string().default('Asia/Shanghai'),
});
export type Config = z.infer<typeof configSchema>;

/** Reads `DUALTRACK_*` and `DATABASE_URL`; a wrong value is named with its variable. */
export function configFrom(env: Record<string, string | undefined>, options: Partial<Config> = {}): Config {
  const given = {
    port: env['DUALTRACK_PORT'],
    host: env['DUALTRACK_HOST'],
    dataDir: resolve(env['DUALTRACK_DATA'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'],
    publicUrl: env['DUALTRACK_URL'],
    demo: env['DUALTRACK_DEMO'] === undefined ? undefined : env['DUALTRACK_DEMO'] !== '0',
    smtpUrl: env['DUALTRACK_SMTP'],
    tsaUrl: env['DUALTRACK_TSA'],
    trustDir: env['DUALTRACK_TRUST'],
    mailFrom: env['DUALTRACK_MAIL_FROM'],
    logLevel: env['DUALTRACK_LOG'],
    timeZone: env['DUALTRACK_TIME_ZONE'],
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
  };
  return configSchema.parse(given);
}
