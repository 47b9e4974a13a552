/**
 * Why there is no article, or why it stopped working. `code` is a stable name for programs (see
 * define.d.ts); the message is for whoever put the widget into the page.
 */
export class Failure extends Error {
  constructor(code, message, mayPass) {
    super(message);
    this.code = code;
    /** Whether another try may end better. */
    this.mayPass = mayPass;
  }
}
