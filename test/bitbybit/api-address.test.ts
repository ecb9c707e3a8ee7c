import { checkApiAddress, defaultApiAddress } from "../../src/bitbybit/api-address";

describe("an API address", () => {
  test("of the API's own host is taken, without its last slashes", () => {
    expect(checkApiAddress(defaultApiAddress, false)).toEqual({ ok: true, address: defaultApiAddress });
    expect(checkApiAddress(" HTTPS://API.bitbybit.studio/customer/open/v1// ", false)).toEqual({
      ok: true,
      address: "https://api.bitbybit.studio/customer/open/v1",
    });
  });

  test.each([
    ["http://api.bitbybit.studio/v1", "scheme"],
    ["https://api.bitbybit.studio.evil.example/v1", "host"],
    ["https://evil.example/api.bitbybit.studio", "host"],
    ["https://xapi.bitbybit.studio/", "host"],
    ["https://api.bitbybit.studio./v1", "host"],
    ["https://аpi.bitbybit.studio/v1", "host"],
    ["https://user:pass@api.bitbybit.studio/v1", "credentials"],
    ["https://api.bitbybit.studio@evil.example/v1", "credentials"],
    ["https://api.bitbybit.studio:8443/v1", "port"],
    ["https://api.bitbybit.studio/v1?x=1", "query"],
    ["https://api.bitbybit.studio/v1#x", "query"],
    ["https://api.bitbybit.studio\\@evil.example/", "query"],
    ["https://api.bitbybit.studio/v1 x", "query"],
    ["api.bitbybit.studio/v1", "shape"],
    ["", "shape"],
    ["https:/api.bitbybit.studio", "shape"],
    ["http://127.0.0.1:8080/v1", "host"],
    ["https://localhost/v1", "host"],
  ] as const)("%j is refused for its %s", (text, fault) => {
    expect(checkApiAddress(text, false)).toEqual({ ok: false, fault });
  });

  test("on loopback is taken on this machine alone, with http and any port", () => {
    for (const host of ["127.0.0.1:8080", "localhost", "[::1]:99"]) {
      expect(checkApiAddress(`http://${host}/v1`, true)).toEqual({ ok: true, address: `http://${host}/v1` });
    }
    expect(checkApiAddress("ftp://localhost/v1", true)).toEqual({ ok: false, fault: "scheme" });
    expect(checkApiAddress("http://127.0.0.2/v1", true)).toEqual({ ok: false, fault: "host" });
    expect(checkApiAddress("http://127.0.0.1.evil.example/", true)).toEqual({ ok: false, fault: "host" });
  });
});
