/** Kinds that a browser shows or keeps without doing anything that is written in them. */
const passive = new Set([
  'application/json',
  'application/problem+json',
  'application/pdf',
  'application/zip',
  'application/x-ndjson',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'text/plain',
  'text/csv',
  'text/calendar',
  'text/event-stream',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
]);

/**
 * The media type under which an answer of `/api` leaves. Files come from people, with the type that their machine
 * gave: a page or a script among them would run here, as whoever opens it. All that could is given as plain bytes.
 */
export function servedType(mediaType: string): string {
  const essence = mediaType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  return passive.has(essence) ? mediaType : 'application/octet-stream';
}
