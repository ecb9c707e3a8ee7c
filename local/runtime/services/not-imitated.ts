import { Service } from "./service";

/** A service of Apps Script that this runtime has not: every property of it throws `not implemented: Service.method`. */
export class NotImitated extends Service {
  readonly service: string;
  readonly calls = {};

  constructor(execution: Service["execution"], service: string) {
    super(execution);
    this.service = service;
  }
}
