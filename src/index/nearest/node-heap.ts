/** Nodes of a graph, of which the one with the highest key is at hand; a binary heap. */
export class NodeHeap {
  readonly #nodes: number[] = [];
  readonly #keys: number[] = [];

  get size(): number {
    return this.#nodes.length;
  }

  /** The highest key; there must be one. */
  get highest(): number {
    return this.#keys[0]!;
  }

  clear(): void {
    this.#nodes.length = 0;
    this.#keys.length = 0;
  }

  push(node: number, key: number): void {
    let at = this.#nodes.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#keys[parent]! >= key) break;
      this.#put(at, this.#nodes[parent]!, this.#keys[parent]!);
      at = parent;
    }
    this.#put(at, node, key);
  }

  /** Takes the node with the highest key; there must be one. */
  pop(): number {
    const top = this.#nodes[0]!;
    const node = this.#nodes.pop()!;
    const key = this.#keys.pop()!;
    const { size } = this;
    if (size === 0) return top;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#keys[child + 1]! > this.#keys[child]!) child += 1;
      if (this.#keys[child]! <= key) break;
      this.#put(at, this.#nodes[child]!, this.#keys[child]!);
      at = child;
    }
    this.#put(at, node, key);
    return top;
  }

  #put(at: number, node: number, key: number): void {
    this.#nodes[at] = node;
    this.#keys[at] = key;
  }
}
