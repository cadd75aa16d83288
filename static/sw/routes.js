// Which request gets which answer. What is not listed here is none of the worker's business.

const NEVER = ["/accounts/", "/admin/", "/api/", "/preview/", "/contact/write/", "/offline/pack.json", "/serviceworker.js", "/healthz"];

/** What stands before the addresses of another language than the default one. */
const LANGUAGE = /^\/es(?=\/)/;

/**
 * @param {Request} request
 * @returns {((request: Request) => Promise<Response>) | null} null leaves the request to the browser
 */
function route(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return null;
  const address = pathname.replace(LANGUAGE, "");
  if (NEVER.some((prefix) => address.startsWith(prefix))) return null;
  if (request.headers.has("range")) return null;
  if (request.mode === "navigate") return page;
  return file;
}
