import { isErrorValue, isLoading } from "../../../src/orders/values/error-values";

test.each(
  "#REF! #BEZUG! #¡REF! #¿NOMBRE? #VALOR! #ДЕЛ/0! #N/A #NV #Н/Д #EI_SAATAVILLA #SPILL! Err:508 err:502 ## ########".split(
    " ",
  ),
)("%s is an error in some language", (text) => {
  expect(isErrorValue(text)).toBe(true);
});

test.each(["#1005", "#vip", "#NVIDIA", "#batik!", "#", "Error 5", "Err: 508", "N/A", "REF!", "#A!b"])(
  "%s is a text of a person's",
  (text) => {
    expect(isErrorValue(text)).toBe(false);
  },
);

test("a formula that is still at work says so with three dots", () => {
  expect(["Loading...", "Memuat...", "Loading", "Loading…", "Loading dock..."].map(isLoading)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});
