/**
 * Why there is no article, or why it stopped working. `code` is a stable name for programs (see
 * define.d.ts); the message is for whoever put the widget into the page. `mayPass` says that another
 * try may end better.
 */
export const failure = (code, message, mayPass) => Object.assign(new Error(message), { code, mayPass });
