/**
 * An invalid control call. The response is 400 (404 if something does not exist, 403 for an address that is
 * not the product's, 415 for a body that is not JSON).
 */
export class ControlError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 403 | 404 | 415 = 400,
  ) {
    super(message);
  }
}
