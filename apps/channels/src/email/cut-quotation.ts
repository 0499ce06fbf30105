/** What the customer newly wrote: the text above the quotation and without the signature. */
export function cutQuotation(text: string): string {
  return text;
}
