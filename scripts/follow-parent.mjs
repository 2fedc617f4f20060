// Loaded before the program: when the process that started it is killed outright, this one asks itself to stop.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// Waiting for the parent must not keep a finished program alive.
process.channel?.unref();
