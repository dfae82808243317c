// Preloaded into the server by `npm start`. The channel to the starter closes when the starter dies, however it dies;
// the server then ends as it would on SIGTERM, instead of staying behind unseen.
process.channel?.unref();
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
