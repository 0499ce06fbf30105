/** For specs: a real Dovecot of one's own on loopback, where it is installed: mail is delivered into its Maildir. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort, until } from '../given-channels.ts';

export type Dovecot = {
  url: string;
  /** Puts a mail into the inbox, as a delivery agent does. */
  deliver(raw: string): void;
  /** The inbox is laid anew under another UIDVALIDITY, with the mails that it has. */
  renumber(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** A sentence where there is none: Dovecot needs root to change its users, and is not part of the stack. */
export function whyNoDovecot(): string | null {
  if (spawnSync('dovecot', ['--version']).status !== 0)
    return 'Dovecot is not installed (apt-get install dovecot-imapd)';
  return userInfo().uid === 0 ? null : 'Dovecot starts as root only';
}

export async function startDovecot(): Promise<Dovecot> {
  const home = mkdtempSync(join(tmpdir(), 'trunkline-dovecot-'));
  chmodSync(home, 0o755);
  const port = await freePort();
  const inbox = join(home, 'mail');
  for (const folder of ['tmp', 'new', 'cur']) mkdirSync(join(inbox, folder), { recursive: true });
  const { uid, gid } = idsOf('nobody');
  const own = () => spawnSync('chown', ['-R', `${uid}:${gid}`, inbox]);
  own();
  writeFileSync(join(home, 'dovecot.conf'), configOf({ home, inbox, port, uid, gid }));
  let child = await run(home, port);
  const restart = async (meanwhile: () => void = () => {}) => {
    await end(child);
    meanwhile();
    child = await run(home, port);
  };
  return {
    url: `imap://support%40desk.test:secret@127.0.0.1:${port}`,
    deliver(raw) {
      const name = `${Date.now()}.${randomUUID()}.desk`;
      writeFileSync(join(inbox, 'tmp', name), raw);
      chownSync(join(inbox, 'tmp', name), uid, gid);
      renameSync(join(inbox, 'tmp', name), join(inbox, 'new', name));
    },
    renumber: () =>
      restart(() => {
        const known = readdirSync(inbox).filter((file) => file.startsWith('dovecot'));
        for (const file of known) rmSync(join(inbox, file), { force: true });
      }),
    restart: () => restart(),
    async stop() {
      await end(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

const idsOf = (name: string) => {
  const ask = (what: string) => Number(spawnSync('id', [what, name], { encoding: 'utf8' }).stdout);
  return { uid: ask('-u'), gid: ask('-g') };
};

type Given = { home: string; inbox: string; port: number; uid: number; gid: number };
const configOf = ({ home, inbox, port, uid, gid }: Given) => `
base_dir = ${home}/run
state_dir = ${home}/state
log_path = ${home}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${inbox}
first_valid_uid = 1
first_valid_gid = 1
default_internal_user = nobody
default_login_user = nobody
default_internal_group = nogroup
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${home}
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;

async function run(home: string, port: number): Promise<ChildProcess> {
  const child = spawn('dovecot', ['-F', '-c', join(home, 'dovecot.conf')], { stdio: 'ignore', detached: true });
  await until('Dovecot answers', () => answers(port));
  return child;
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', (greeting) => resolve(greeting.toString().startsWith('* OK')));
    socket.once('error', () => resolve(false));
    socket.once('data', () => socket.end());
  });

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await gone;
  }
  try {
    process.kill(-child.pid!, 'SIGKILL'); // sessions outlive their master for a while, and write the old numbers back
  } catch {
    // all gone
  }
}
