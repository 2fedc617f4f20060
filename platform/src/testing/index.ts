export { type CalendarPart, readCalendar, textOf } from '../calendar/testing/read-calendar.ts';
export type { TestDatabase } from './test-database.ts';
export { createTestDatabase } from './test-database.ts';
export type { TestKernel } from './test-kernel.ts';
export { refusal, testKernel, testNow } from './test-kernel.ts';
