/** The response to a request that is refused with this error code, about `field` if given, for `toMatchObject`. */
export const refusal = (status: number, code: string, field?: string) => ({
  status,
  body: { error: { code, ...(field === undefined ? {} : { details: [{ field }] }) } },
});
