import { Command, InvalidArgumentError, Option } from 'commander';
import type { Finish } from './program.js';
import type { Terminal } from './terminal.js';

const days = (typed: string): string => {
  if (!/^[1-9]\d{0,2}$/.test(typed)) throw new InvalidArgumentError('Expected a whole number from 1 to 999.');
  return typed;
};

const gathered = (typed: string, before: string[] = []): string[] => [...before, typed];

const fromStdin = () => new Option('--stdin', 'take the password from standard input instead of making one up');

/** `tumor-board account`: accounts for who runs the service, without signing in. */
export function accountProgram(terminal: Terminal, finish: Finish): Command {
  const account = new Command('account').description('make, list and disable accounts, with the rights of who can reach the database');

  account
    .command('list')
    .description('list the accounts of the site with their roles')
    .option('--json', 'print a JSON array instead of text')
    .action(async (options) => finish(await (await import('./commands/account.js')).listAccounts(options, terminal)));

  account
    .command('add')
    .description('make an account and print its one-time password')
    .argument('<login>', 'the name to sign in with')
    .option('--name <name>', 'the name of the person, as it stands under signatures')
    .addOption(
      new Option(
        '--role <role>',
        'a role at the site, and again for further ones; clinician:radiology,pathology names disciplines',
      ).argParser(gathered),
    )
    .addOption(fromStdin())
    .action(async (login: string, options) => finish(await (await import('./commands/account.js')).addAccount(login, options, terminal)));

  account
    .command('password')
    .description('give an account a one-time password and print it; ends its sessions')
    .argument('<login>')
    .addOption(fromStdin())
    .action(async (login: string, options) =>
      finish(await (await import('./commands/account.js')).resetPassword(login, options, terminal)),
    );

  account
    .command('disable')
    .description('let an account no longer sign in, and end its sessions and tokens')
    .argument('<login>')
    .action(async (login: string) => finish(await (await import('./commands/account.js')).enableAccount(login, false, terminal)));

  account
    .command('enable')
    .description('let an account sign in again')
    .argument('<login>')
    .action(async (login: string) => finish(await (await import('./commands/account.js')).enableAccount(login, true, terminal)));

  account
    .command('token')
    .description('print a token for a program that acts as an account')
    .argument('<login>')
    .option('--label <text>', 'what it is for', 'made at the terminal')
    .addOption(new Option('--days <n>', 'how long it is good for').argParser(days).default('90'))
    .action(async (login: string, options) => finish(await (await import('./commands/account.js')).makeToken(login, options, terminal)));

  return account;
}
