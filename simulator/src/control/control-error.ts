/** A mistake of whoever drives the simulation; told with 400 (404 for what does not exist). */
export class ControlError extends Error {
  constructor(
    message: string,
    readonly status: 400 | 404 = 400,
  ) {
    super(message);
  }
}
