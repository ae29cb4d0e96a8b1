/** Whether a word's form is among others in the singular or the plural, as far as a final s tells; figures have none. */
export function isAmong(form: string, forms: ReadonlySet<string>): boolean {
  if (forms.has(form)) return true;
  return !/\p{Nd}/u.test(form) && (forms.has(`${form}s`) || forms.has(form.replace(/s$/u, '')));
}
