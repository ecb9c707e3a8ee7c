// Threads do not inherit the TypeScript loader that `node --import tsx` gives the main one (seen with Node 20).
import { register } from "tsx/esm/api";

register();
await import("./work-thread.ts");
