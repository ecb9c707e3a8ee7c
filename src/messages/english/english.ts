import { addOn } from "./add-on";
import { listed, momentText, number } from "./amounts";
import { columns } from "./columns";
import { errors } from "./errors";
import { findings } from "./findings";
import { fixes } from "./fixes";
import { headers } from "./headers";
import { help } from "./help";
import { menu } from "./menu";
import { outcomes } from "./outcomes";
import { problems } from "./problems";
import { remarks } from "./remarks";
import { reviews } from "./reviews";
import { runs } from "./runs";
import { unresolved } from "./unresolved";

/** All that the server says in English, by what it is about. How its parts are put together is the same in every language. */
export const english = {
  /** Numbers, lists and moments. */
  amounts: { number, listed, moment: momentText },
  menu,
  addOn,
  columns,
  errors,
  findings,
  fixes,
  headers,
  help,
  outcomes,
  problems,
  remarks,
  reviews,
  runs,
  unresolved,
};

/** The words of one language: one that lacks a sentence, or makes one from other things, does not compile. */
export type Words = typeof english;
