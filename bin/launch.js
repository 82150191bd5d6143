// Plain JavaScript on purpose: any Node >= 20.19 must be able to read it. It sees to it that the locked
// packages are installed and that Node 24 runs what follows; nothing here may import a package.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const wanted = 24
const nodePackage = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`

/** Runs `entry` (a path below the project's folder) under Node 24 and ends with its exit code. */
export function launch(entry, args) {
  refuseOddFolder()
  if (!installed()) install()
  const node = bundledNode() ?? ownNode()
  // What runs below finds the same Node. Set in place: on Windows the variable may be spelt `Path`.
  process.env.PATH = `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`
  // What Node made of our sources is kept: a command, a worker, a reading thread start in half the time.
  process.env.NODE_COMPILE_CACHE ||= join(root, 'node_modules', '.cache', 'node')
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, entry), ...args], {
    // The channel says nothing; that it closes tells a server that its launcher was killed.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  // On Windows the child hears by itself what its console says, and a signal from here would kill it.
  const pass = (signal) => process.platform === 'win32' || child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => pass(signal))
  endWithNpm(child)
  child.on('error', (error) => stop(`Không khởi động được Node / cannot start Node: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 1)))
}

/** What builds the pages takes the path of a source for an address, in which these letters end or spell a name. */
function refuseOddFolder() {
  const odd = /[#%?]/.exec(root)?.[0]
  if (!odd) return
  stop(
    `Đường dẫn thư mục ${root} có ký tự "${odd}" nên không dựng được trang. Hãy đổi tên hoặc chuyển thư mục, rồi chạy lại.\n` +
      `Pages cannot be built in ${root}: its path has the letter "${odd}". Rename or move the folder and run the command again.`,
  )
}

/** npm that is told to stop takes its shell with it and tells nobody below; a parent that changes is all one sees. */
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref()
}

/** True where every package of the lock file that this platform needs stands in node_modules, in that version. */
function installed() {
  const have = lockedPackages(join(root, 'node_modules', '.package-lock.json'))
  if (!have) return false
  return Object.entries(lockedPackages(join(root, 'package-lock.json')) ?? {}).every(
    ([path, { version, optional }]) => {
      // What is optional may be missing, because it is for another platform; our Node may not.
      const may = path === '' || (optional && path !== `node_modules/${nodePackage}`)
      return have[path] ? have[path].version === version : may
    },
  )
}

function lockedPackages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined
}

function install() {
  process.stderr.write(
    'dothi: đang cài các gói cần thiết, chỉ lần đầu… / installing packages, first time only…\n',
  )
  // Named, because a setting of the user or NODE_ENV=production would leave out what builds the pages.
  const kinds = ['--include=dev', '--include=optional']
  const args = ['ci', ...kinds, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  // Set by npm and npx; another package manager sets it too, but does not read our lock file.
  const own = process.env.npm_execpath
  const npm = own?.endsWith('npm-cli.js') ? own : undefined
  // npm's messages go to stderr, so that a command's stdout stays one JSON document.
  const stdio = ['ignore', process.stderr, 'inherit']
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio })
    : spawnSync('npm', args, { cwd: root, stdio, shell: process.platform === 'win32' })
  if (done.status !== 0)
    stop(
      // Windows keeps a program that runs from being replaced by its newer release.
      'Không cài được các gói. Hãy kiểm tra mạng, đóng dothi nếu đang chạy, rồi chạy lại. / Packages could not be installed. Check the network, close dothi where it is running, and run again.',
    )
}

function bundledNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const file = join(root, 'node_modules', nodePackage, 'bin', name)
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
