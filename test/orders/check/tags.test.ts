import { parseTags } from "../../../src/orders/check/tags";

test.each([
  ["vip, gift", ["vip", "gift"]],
  ["vip;gift\nnew", ["vip", "gift", "new"]],
  ["限定、新品，礼物", ["限定", "新品", "礼物"]],
  [" vip ,, vip;", ["vip"]],
  [" ; , ", []],
])("%j has the tags %j", (text, tags) => {
  expect(parseTags(text)).toEqual(tags);
});
