import { createServer, type Socket } from 'node:net';

/** A mail as it came over the wire: who sent it, to whom, and the raw message. */
export type ReceivedMail = { from: string; to: string[]; message: string };

/** Takes mails as a mail server does (RFC 5321, the few commands a sender needs); for tests. */
export async function listenForMail(refuse?: (address: string) => boolean) {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    talk(socket, mails, refuse ?? (() => false));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the listener has no port');
  return {
    mails,
    url: `smtp://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function talk(socket: Socket, mails: ReceivedMail[], refuse: (address: string) => boolean): void {
  let mail: ReceivedMail = { from: '', to: [], message: '' };
  let isData = false;
  let rest = '';
  const answer = (line: string) => socket.write(`${line}\r\n`);
  const command = (line: string) => {
    const [word = ''] = line.toUpperCase().split(/[ :]/);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (word === 'EHLO' || word === 'HELO') answer('250 listener');
    else if (word === 'MAIL') {
      mail = { from: address, to: [], message: '' };
      answer('250 ok');
    } else if (word === 'RCPT') {
      if (refuse(address)) return void answer('550 no such mailbox');
      mail.to.push(address);
      answer('250 ok');
    } else if (word === 'DATA') {
      isData = true;
      answer('354 go on');
    } else if (word === 'QUIT') {
      answer('221 bye');
      socket.end();
    } else answer('250 ok');
  };
  answer('220 listener');
  socket.setEncoding('utf8');
  socket.on('data', (chunk: string) => {
    rest += chunk;
    for (let end = rest.indexOf('\r\n'); end >= 0; end = rest.indexOf('\r\n')) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (!isData) command(line);
      else if (line === '.') {
        isData = false;
        mails.push(mail);
        answer('250 taken');
        // A dot at the start of a line is doubled on the way.
      } else mail.message += `${line.replace(/^\.\./, '.')}\r\n`;
    }
  });
}
