// Taking elements off the end of an array. Apart, because those who mirror the stacks of a run do little else.

/** Takes the last `count` elements off. Setting the length of an array does the same at many times the cost. */
export function drop(stack: unknown[], count: number): void {
  for (let i = 0; i < count; i++) stack.pop();
}
