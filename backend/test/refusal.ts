/**
 * For `toMatchObject`: a response that refuses the request with this code, with one detail about `field` if given.
 */
export const refusal = (status: number, code: string, field?: string) => ({
  status,
  body: { error: { code, ...(field === undefined ? {} : { details: [{ field }] }) } },
});
