/** An authority of our own and a certificate for localhost, by the JDK's keytool: for stacks whose links are encrypted. */

import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runToEnd } from './run-to-end.mjs';

/** Prints the private key of a PKCS #12 file as PEM; keytool cannot. */
const printKey = `import java.io.*; import java.security.*; import java.util.*;
class PrintKey {
  public static void main(String[] a) throws Exception {
    char[] word = a[1].toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = new FileInputStream(a[0])) { store.load(in, word); }
    String key = Base64.getMimeEncoder(64, new byte[] {'\\n'}).encodeToString(store.getKey("server", word).getEncoded());
    try (Writer out = new FileWriter(a[2])) { out.write("-----BEGIN PRIVATE KEY-----\\n" + key + "\\n-----END PRIVATE KEY-----\\n"); }
  }
}
`;

export const isEncrypted = () => process.env.TRUNKLINE_TLS === 'on';

/** Where everything lies; `word` opens the key stores. */
export function certificatesOf(place) {
  const folder = join(place.home, 'data/tls');
  const file = (name) => join(folder, name);
  return {
    folder,
    ca: file('ca.pem'),
    cert: file('server.pem'),
    key: file('server.key'),
    store: file('server.p12'),
    word: file('word'),
  };
}

/** Once a home: made beside their place and moved there whole. */
export async function makeCertificates(place) {
  const { folder } = certificatesOf(place);
  if (existsSync(folder)) return;
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const word = randomBytes(18).toString('hex');
  writeFileSync(join(half, 'word'), word, { mode: 0o600 });
  await sign(place, half, word);
  chmodSync(half, 0o755); // Postgres runs as another user and reads its own copy of the key
  renameSync(half, folder);
}

async function sign(place, folder, word) {
  const at = (name) => join(folder, name);
  const keytool = (name, args) =>
    runToEnd(place, { name, command: join(dirname(place.java), 'keytool'), args: [...args, '-storepass', word] });
  const pair = ['-genkeypair', '-keyalg', 'RSA', '-keysize', '2048', '-validity', '3650', '-storetype', 'PKCS12'];
  await keytool('make-authority', [
    ...pair,
    '-alias',
    'ca',
    '-dname',
    'CN=Own authority',
    '-ext',
    'bc:c',
    '-keystore',
    at('ca.p12'),
  ]);
  await keytool('write-authority', [
    '-exportcert',
    '-rfc',
    '-alias',
    'ca',
    '-keystore',
    at('ca.p12'),
    '-file',
    at('ca.pem'),
  ]);
  await keytool('make-key', [...pair, '-alias', 'server', '-dname', 'CN=localhost', '-keystore', at('server.p12')]);
  await keytool('ask-for-certificate', [
    '-certreq',
    '-alias',
    'server',
    '-keystore',
    at('server.p12'),
    '-file',
    at('server.csr'),
  ]);
  const names = ['-ext', 'san=dns:localhost,ip:127.0.0.1', '-validity', '3650', '-rfc'];
  await keytool('sign-certificate', [
    '-gencert',
    '-alias',
    'ca',
    '-keystore',
    at('ca.p12'),
    '-infile',
    at('server.csr'),
    '-outfile',
    at('server.pem'),
    ...names,
  ]);
  const put = ['-importcert', '-noprompt', '-keystore', at('server.p12')];
  await keytool('trust-authority', [...put, '-alias', 'ca', '-file', at('ca.pem')]);
  await keytool('take-certificate', [...put, '-alias', 'server', '-file', at('server.pem')]);
  writeFileSync(at('PrintKey.java'), printKey);
  const args = [at('PrintKey.java'), at('server.p12'), word, at('server.key')];
  await runToEnd(place, { name: 'print-key', command: place.java, args });
  chmodSync(at('server.key'), 0o600);
}

export const wordOf = (place) => readFileSync(certificatesOf(place).word, 'utf8');
