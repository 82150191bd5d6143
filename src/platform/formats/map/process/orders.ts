import type { Order } from './protocol.ts'

/** Orders of the server, one after another. */
export class Orders {
  private readonly waiting: Order[] = []
  private wake: (() => void) | undefined

  constructor() {
    process.on('message', (order: Order) => {
      this.waiting.push(order)
      this.wake?.()
    })
  }

  async next(): Promise<Order> {
    for (;;) {
      const order = this.waiting.shift()
      if (order) return order
      await new Promise<void>((resolve) => (this.wake = resolve))
    }
  }
}
