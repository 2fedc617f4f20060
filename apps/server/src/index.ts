export { modules } from './modules.ts';
export { openDatabase } from './open-database.ts';
export { serve } from './serve.ts';
export type { RunningServer } from './start-server.ts';
export { startServer } from './start-server.ts';
export { version } from './version.ts';
export { openApiOf, withKernel } from './with-kernel.ts';
