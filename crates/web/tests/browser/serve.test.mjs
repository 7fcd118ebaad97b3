// The server as a person starts it.

import assert from "node:assert/strict";
import { createServer } from "node:net";
import { test } from "node:test";

import { run, serve } from "./unknot.mjs";

test("a second Unknot leads to the first", async () => {
  const server = await serve();
  const { port } = new URL(server.address);
  const said = await run("serve", "--no-open", "--port", port);
  assert.equal(said.trim(), `Unknot is at ${server.address} already`);
  assert.equal(await server.stop(), 0);
});

test("a port that another program has is told, with a way out", async () => {
  const other = createServer((socket) => socket.resume().end("hello\n"));
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address();
  await assert.rejects(run("serve", "--no-open", "--port", `${port}`), {
    code: 1,
    stderr: new RegExp(`port ${port} is taken.*--port ${port + 1}`),
  });
  await new Promise((done) => other.close(done));
});
