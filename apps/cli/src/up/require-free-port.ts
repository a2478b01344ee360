import { once } from 'node:events';
import { createServer } from 'node:net';
import { CommandFailure } from '../console/command-failure.ts';

/** Proves that the web address can be listened on, before anything is started.
 * @throws CommandFailure when another program has the port, or when this user may not take it
 */
export async function requireFreePort(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE') {
      throw new CommandFailure(
        `Port ${port} on ${host} is already in use. Stop the other program, or choose another port with --port.`,
      );
    }
    if (code === 'EACCES') {
      throw new CommandFailure(
        `This user may not listen on port ${port}. Choose one above 1023 with --port.`,
      );
    }
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new CommandFailure(`${host} is no address of this machine. Choose another one with --host.`);
    }
    throw error;
  }
}
