import type { Card } from "../../state/state";
import type { ViewProps } from "../view";
import { Preview } from "./preview";
import { Progress } from "./progress";
import { Result } from "./result";
import { Steps } from "./steps";
import { Welcome } from "./welcome";

/** The Run tab: what is going on or how the last run ended, and below it the three steps to the next one. */
export function RunTab(props: ViewProps) {
  const { work, settings } = props.state;
  const isAtRest = work.kind !== "running" && work.kind !== "opening" && settings.saved !== null;
  return (
    <>
      <section class="card" aria-labelledby="card-heading">
        <CardContent {...props} card={props.state.card} />
      </section>
      {isAtRest && <Steps {...props} />}
      {isAtRest && <Preview {...props} />}
    </>
  );
}

function CardContent({ card, ...props }: ViewProps & { card: Card }) {
  switch (card.kind) {
    case "welcome":
      return <Welcome {...props} />;
    case "ended":
      return <Result {...props} run={card.run} />;
    default:
      return <Progress {...props} card={card} />;
  }
}
