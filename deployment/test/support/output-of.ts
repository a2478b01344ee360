import { runProgram } from '../../../test/run-program.ts';

/** What a program prints. @throws Error with all of it, when it does not end well */
export async function outputOf(command: string, args: readonly string[], folder?: string): Promise<string> {
  const { code, stdout, stderr } = await runProgram(command, args, folder === undefined ? {} : { folder });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}
