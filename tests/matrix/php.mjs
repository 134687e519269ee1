/**
 * Runs a version of PHP that is not installed, built as WebAssembly: `node php.mjs <folder of the npm packages> <version> <arguments of php…>`.
 * Such a PHP sees this repository and Debian's libraries, has a temporary folder of its own, and no processes and no sockets.
 */

import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [packages, version, ...args] = process.argv.slice(2);
const repository = realpathSync(join(dirname(fileURLToPath(import.meta.url)), '../..'));
const installed = (name) => import(pathToFileURL(join(packages, 'node_modules/@php-wasm', name, 'index.js')).href);

const { PHP, loadPHPRuntime } = await installed('universal');
const { getPHPLoaderModule } = await installed(`node-${version.replace('.', '-')}`);

const php = new PHP(await loadPHPRuntime(await getPHPLoaderModule(), { processId: 1, onRuntimeInitialized: listFoldersLikeUnix }));
// Debian's libraries of PHP are links within /usr/share.
for (const folder of ['/usr/share', repository]) {
    php.mkdir(folder);
    await php.mount(folder, (_, files, place) => files.mount(files.filesystems.NODEFS, { root: folder }, place));
}
php.chdir(repository);

const run = await php.cli(['php', ...args]);
const copy = async (from, to) => {
    for await (const bytes of from) {
        to.write(bytes);
    }
};
await Promise.all([copy(run.stdout, process.stdout), copy(run.stderr, process.stderr)]);
process.exitCode = await run.exitCode;

/** PHP expects the entries "." and "..", which a mounted folder lacks. */
function listFoldersLikeUnix({ FS }) {
    const operations = FS.filesystems.NODEFS.node_ops;
    const list = operations.readdir;
    operations.readdir = (node) => [...new Set(['.', '..', ...list(node)])];
}
