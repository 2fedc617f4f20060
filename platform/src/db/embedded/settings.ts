/**
 * Settings of the embedded server, small enough for a laptop beside Node; durability stays at PostgreSQL's default
 * (fsync, synchronous_commit and full_page_writes on). Later ones win, so a caller's come last.
 */
export const DEFAULT_SETTINGS: readonly string[] = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=60',
  'shared_buffers=64MB',
  'password_encryption=scram-sha-256',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_line_prefix=%m [%p] ',
  // Events of the server only: failed statements are the caller's to log, and may carry personal data.
  'log_min_messages=log',
  'log_checkpoints=off',
  // No replica and no archive hang on this server: less log to write.
  'wal_level=minimal',
  'max_wal_senders=0',
  'max_logical_replication_workers=0',
  'io_workers=1',
  'max_worker_processes=4',
  'max_parallel_workers_per_gather=1',
];
