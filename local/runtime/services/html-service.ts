import { ServiceFault } from "../faults";
import { take } from "./arguments";
import { allowedMetaTags, servedPage } from "./served-page";
import { callTable, Service } from "./service";

const calls = callTable({ free: ["createHtmlOutput", "createHtmlOutputFromFile"] });

/** HtmlService: pages from files of the project or from text. Templates are not imitated. */
export class HtmlServiceObject extends Service {
  readonly service = "HtmlService";
  readonly calls = calls;

  createHtmlOutput(...args: unknown[]): HtmlOutput {
    const [html] = args.length === 0 ? [""] : take("HtmlService.createHtmlOutput", args, ["string"]);
    return new HtmlOutput(this.execution, html);
  }

  createHtmlOutputFromFile(...args: unknown[]): HtmlOutput {
    const [name] = take("HtmlService.createHtmlOutputFromFile", args, ["string"]);
    const html = this.execution.options.htmlFiles[name];
    if (html === undefined) throw new ServiceFault(`No HTML file named ${name} was found.`);
    return new HtmlOutput(this.execution, html);
  }
}

const outputCalls = callTable({
  free: ["setTitle", "getTitle", "setWidth", "setHeight", "getContent", "append", "addMetaTag"],
});

/** A page. Sheets' sidebar is 300 pixels wide whatever width is set (Apps Script documentation, Sidebars). */
export class HtmlOutput extends Service {
  readonly service = "HtmlOutput";
  readonly calls = outputCalls;
  html: string;
  title = "";
  widthPx: number | null = null;
  heightPx: number | null = null;
  private readonly metaTags = new Map<string, string>();

  constructor(execution: Service["execution"], html: string) {
    super(execution);
    this.html = html;
  }

  setTitle(...args: unknown[]): this {
    [this.title] = take("HtmlService.HtmlOutput.setTitle", args, ["string"]);
    return this;
  }

  getTitle(): string {
    return this.title;
  }

  /** Only some names are taken (Apps Script documentation; the exception's text is reported). */
  addMetaTag(...args: unknown[]): this {
    const [name, content] = take("HtmlService.HtmlOutput.addMetaTag", args, ["string", "string"]);
    if (!allowedMetaTags.has(name)) {
      throw new ServiceFault("The specified meta tag cannot be used in this context.");
    }
    this.metaTags.set(name, content);
    return this;
  }

  /** The page as the user's browser gets it. */
  served(): string {
    return servedPage(this.html, this.metaTags);
  }

  setWidth(...args: unknown[]): this {
    [this.widthPx] = take("HtmlService.HtmlOutput.setWidth", args, ["number"]);
    return this;
  }

  setHeight(...args: unknown[]): this {
    [this.heightPx] = take("HtmlService.HtmlOutput.setHeight", args, ["number"]);
    return this;
  }

  getContent(): string {
    return this.html;
  }

  append(...args: unknown[]): this {
    const [added] = take("HtmlService.HtmlOutput.append", args, ["string"]);
    this.html += added;
    return this;
  }
}
