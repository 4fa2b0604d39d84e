/** The JSON that the page carries in a script element. */
export function dataOf(page: string, id: string): unknown {
  return JSON.parse(page.match(new RegExp(`id="${id}">(.*?)</script>`, "s"))![1]!);
}
