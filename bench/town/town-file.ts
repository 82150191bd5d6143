import { open, writeFile } from 'node:fs/promises'

/** Shapes in a file one after the other, each behind its length, so that a process reads a block at a time. */
export async function writeShapes(path: string, shapes: readonly Uint8Array[]): Promise<void> {
  const size = shapes.reduce((sum, { length }) => sum + length + 4, 0)
  const bytes = Buffer.alloc(size)
  let at = 0
  for (const shape of shapes) {
    at = bytes.writeUInt32LE(shape.length, at)
    bytes.set(shape, at)
    at += shape.length
  }
  await writeFile(path, bytes)
}

/** The shapes of such a file, `count` at a time. */
export async function* readShapes(path: string, count: number): AsyncGenerator<Uint8Array[]> {
  const file = await open(path)
  try {
    let rest: Buffer = Buffer.alloc(0)
    let block: Uint8Array[] = []
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 20 })) {
      const bytes = Buffer.concat([rest, chunk as Buffer])
      let at = 0
      for (;;) {
        const length = at + 4 <= bytes.length ? bytes.readUInt32LE(at) : Infinity
        if (at + 4 + length > bytes.length) break
        block.push(Uint8Array.from(bytes.subarray(at + 4, at + 4 + length)))
        at += 4 + length
        if (block.length < count) continue
        yield block
        block = []
      }
      rest = bytes.subarray(at)
    }
    if (block.length > 0) yield block
  } finally {
    await file.close()
  }
}
