// A worker thread does not inherit tsx from the thread that starts it (Node 20): it registers tsx itself.
import { register } from "tsx/esm/api";

register();
await import("./runtime-thread.ts");
