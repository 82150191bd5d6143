// Plain JavaScript on purpose: any Node >= 20.19 must be able to read it. It sees to it that the locked
// packages are installed and that Node 24 runs what follows; nothing here may import a package.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = 24

/** Runs `entry` (a path below the project's folder) under Node 24 and ends with its exit code. */
export function launch(entry, args) {
  if (!installed()) install()
  const node = bundledNode() ?? ownNode()
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => stop(`Không khởi động được Node / cannot start Node: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 128 : 1)))
}

/** True where every package of the lock file that this platform needs stands in node_modules, in that version. */
function installed() {
  const have = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!have) return false
  return Object.entries(lockedPackages(join(root, 'package-lock.json')) ?? {}).every(
    ([path, { version, optional }]) => path === '' || optional || have[path]?.version === version,
  )
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install() {
  process.stderr.write(
    'dothi: đang cài các gói cần thiết, chỉ lần đầu… / installing packages, first time only…\n',
  )
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  // npm's messages go to stderr, so that a command's stdout stays one JSON document.
  const stdio = ['ignore', process.stderr, 'inherit']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
  if (done.status !== 0)
    stop(
      'Không cài được các gói. Hãy kiểm tra mạng rồi chạy lại. / Packages could not be installed. Check the network and run again.',
    )
}

function bundledNode() {
  const os = process.platform === 'win32' ? 'win' : process.platform
  const file = join(
    root,
    'node_modules',
    `node-${os}-${process.arch}`,
    'bin',
    os === 'win' ? 'node.exe' : 'node',
  )
  return existsSync(file) ? file : undefined
}

function ownNode() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath
  stop(
    `Máy này (${process.platform}-${process.arch}) cần có sẵn Node.js ${wanted}; đang chạy ${process.version}. Cài từ nodejs.org rồi chạy lại lệnh.\n` +
      `This machine (${process.platform}-${process.arch}) needs Node.js ${wanted} first; running ${process.version}. Install it from nodejs.org and run the command again.`,
  )
}

function stop(message) {
  process.stderr.write(`dothi: ${message}\n`)
  process.exit(1)
}
