// A server for files that knows nothing of Unknot, as those are for which pages are exported.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".png": "image/png",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Serves a folder below a path, which ends in a slash; returns the address, and how to stop. */
export async function serveFolder(folder, below) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://x");
    const name = pathname.slice(below.length) || "index.html";
    try {
      if (!pathname.startsWith(below)) throw new Error("outside");
      const bytes = await readFile(join(folder, normalize(`/${name}`)));
      response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    address: `http://127.0.0.1:${server.address().port}${below}`,
    stop() {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
