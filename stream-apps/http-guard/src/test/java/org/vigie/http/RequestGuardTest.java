package org.vigie.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {
    private static final int PORT = 18_080;

    private final RequestGuard loopback = RequestGuard.loopback();
    private final RequestGuard everywhere = RequestGuard.of("0.0.0.0", List.of());
    private final RequestGuard proxied =
            RequestGuard.of("0.0.0.0", List.of("Icu.example", "night.example:8443", "[2001:db8::7]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:18080",
                "localhost:18080",
                "LocalHost:18080",
                "[::1]:18080",
                "127.0.0.1",
                "localhost",
                "[::1]"
            })
    void aLoopbackNameIsAnswered(String host) {
        assertThat(status(loopback, Map.of("Host", host))).isZero();
        assertThat(status(everywhere, Map.of("Host", host))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:18080",
                "localhost.evil.example:18080",
                "127.0.0.1.nip.io:18080",
                "127.0.0.1.evil.example",
                "localhost.:18080",
                "127.0.0.1.:18080",
                "localhost:18081",
                "localhost:80",
                "127.0.0.1:0",
                "127.0.0.1:99999",
                "127.0.0.2:18080",
                "2130706433:18080",
                "0x7f.1:18080",
                "0.0.0.0:18080",
                "[::]:18080",
                "[::ffff:127.0.0.1]:18080",
                "[::1%25lo]:18080",
                "::1",
                "localhost@evil.example:18080",
                "evil.example@localhost:18080",
                "localhost:18080, evil.example",
                "localhost:18080 evil.example",
                "localhost:",
                "localhost:abc",
                "localhost:18080/",
                "http://localhost:18080",
                "loc\u0131lhost:18080",
                "\uFF4Cocalhost:18080",
                "localhost\u0000:18080",
                "localhost\n:18080",
                " localhost:18080",
                ""
            })
    void aForeignHostIsRefusedOnAnyBindAddress(String host) {
        assertThat(status(loopback, Map.of("Host", host))).isEqualTo(403);
        assertThat(status(everywhere, Map.of("Host", host))).isEqualTo(403);
    }

    @Test
    void aRequestWithoutHostOrWithTwoIsRefused() {
        // when, then
        assertThat(status(loopback, Map.of())).isEqualTo(400);
        // when
        var twice = new RequestHead("GET", "/", PORT, name -> List.of("localhost:18080", "evil.example"));
        // then
        assertThat(loopback.refusal(twice)).map(RefusedRequest::status).contains(400);
        // when
        var sameTwice = new RequestHead("GET", "/", PORT, name -> List.of("localhost:18080", "localhost:18080"));
        // then
        assertThat(loopback.refusal(sameTwice)).map(RefusedRequest::status).contains(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:18080",
                "http://localhost:18080",
                "HTTP://LOCALHOST:18080",
                "http://[::1]:18080"
            })
    void aPageOfThisServerMayAsk(String origin) {
        assertThat(status(
                        loopback,
                        Map.of("Host", "127.0.0.1:18080", "Origin", origin, "Referer", origin + "/?bed=A/3#x")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "http://evil.example:18080",
                "http://localhost.evil.example:18080",
                "http://127.0.0.1.nip.io:18080",
                "http://localhost:3000",
                "http://localhost",
                "https://localhost",
                "http://localhost.:18080",
                "http://localhost:18080@evil.example",
                "http://evil.example#localhost:18080",
                "http://evil.example?http://localhost:18080",
                "http://evil.example/http://localhost:18080",
                "ftp://localhost:18080",
                "file://",
                "chrome-extension://abcdefghijklmnop",
                "localhost:18080",
                "//localhost:18080",
                "http:localhost:18080",
                "http://localhost:18080 http://evil.example",
                "null",
                "NULL",
                ""
            })
    void aForeignPageIsRefusedWhateverItAsks(String origin) {
        for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")) {
            for (String header : List.of("Origin", "Referer")) {
                assertThat(status(loopback, method, "/", Map.of("Host", "127.0.0.1:18080", header, origin)))
                        .as(method + " " + header)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void oneForeignOriginAmongTwoIsRefused() {
        // given
        var head = new RequestHead("POST", "/", PORT, name -> switch (name) {
            case "Host" -> List.of("localhost:18080");
            case "Origin" -> List.of("http://localhost:18080", "http://evil.example");
            default -> List.of();
        });

        // when, then
        assertThat(loopback.refusal(head)).map(RefusedRequest::status).contains(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new", ""})
    void aRequestOfAnotherSiteIsRefused(String site) {
        assertThat(status(loopback, Map.of("Host", "localhost:18080", "Sec-Fetch-Site", site)))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void aRequestOfThisSiteIsAnswered(String site) {
        assertThat(status(loopback, Map.of("Host", "localhost:18080", "Sec-Fetch-Site", site)))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example/",
                "http://localhost:18081/",
                "evil.example:443",
                "//evil.example/x/../",
                "localhost:18080",
                ""
            })
    void aTargetThatNamesAnotherHostIsRefused(String target) {
        // given
        int expected = target.startsWith("//") ? 0 : 403; // a path, if an odd one: no authority is read from it

        // when, then
        assertThat(status(loopback, "GET", target, Map.of("Host", "localhost:18080")))
                .isEqualTo(expected);
    }

    @Test
    void aTargetInAbsoluteFormThatNamesThisServerIsAnswered() {
        assertThat(status(loopback, "GET", "http://LOCALHOST:18080/x", Map.of("Host", "localhost:18080")))
                .isZero();
        assertThat(status(loopback, "OPTIONS", "*", Map.of("Host", "localhost:18080")))
                .isZero();
    }

    @Test
    void aLinkOnAnotherSiteOpensAPageWhereTheServerIsReported() {
        // given
        Map<String, String> link = Map.of(
                "Host", "localhost:18080",
                "Referer", "http://wiki.example/",
                "Sec-Fetch-Site", "cross-site",
                "Sec-Fetch-Mode", "navigate",
                "Sec-Fetch-Dest", "document");

        // when, then
        assertThat(status(loopback.answeringLinks(), "GET", "/", link)).isZero();
        assertThat(status(loopback, "GET", "/", link)).isEqualTo(403);
        assertThat(status(loopback.answeringLinks(), "POST", "/", link)).isEqualTo(403);
        assertThat(status(loopback.answeringLinks(), "GET", "/", with(link, "Sec-Fetch-Dest", "iframe")))
                .isEqualTo(403);
        assertThat(status(loopback.answeringLinks(), "GET", "/", with(link, "Sec-Fetch-Mode", "no-cors")))
                .isEqualTo(403);
        assertThat(status(loopback.answeringLinks(), "GET", "/", with(link, "Host", "evil.example")))
                .isEqualTo(403);
        assertThat(status(loopback.answeringLinks(), "GET", "/", with(link, "Origin", "http://evil.example")))
                .isEqualTo(403);
    }

    @Test
    void aConfiguredNameIsAnsweredWithTheServersOrAUsualPort() {
        for (String host : List.of("icu.example", "ICU.example:18080", "icu.example:443", "[2001:db8::7]:18080")) {
            assertThat(status(proxied, Map.of("Host", host, "Origin", "https://icu.example")))
                    .as(host)
                    .isZero();
        }
        assertThat(status(proxied, Map.of("Host", "icu.example:8443"))).isEqualTo(403);
        assertThat(status(proxied, Map.of("Host", "sub.icu.example"))).isEqualTo(403);
        assertThat(status(proxied, Map.of("Host", "icu.example", "Origin", "https://icu.example:8443")))
                .isEqualTo(403);
    }

    @Test
    void aConfiguredPortIsTheOnlyOneOfItsName() {
        assertThat(status(proxied, Map.of("Host", "night.example:8443", "Origin", "https://night.example:8443")))
                .isZero();
        assertThat(status(proxied, Map.of("Host", "night.example:8443", "Origin", "https://night.example")))
                .isEqualTo(403);
        assertThat(status(proxied, Map.of("Host", "night.example:18080"))).isEqualTo(403);
    }

    @Test
    void theAddressAServerIsBoundToIsItsName() {
        assertThat(status(RequestGuard.of("192.0.2.7", List.of()), Map.of("Host", "192.0.2.7:18080")))
                .isZero();
        assertThat(status(RequestGuard.of("::1", List.of()), Map.of("Host", "[::1]:18080")))
                .isZero();
        assertThat(status(RequestGuard.of("2001:DB8::7", List.of()), Map.of("Host", "[2001:db8::7]:18080")))
                .isZero();
        assertThat(status(RequestGuard.of("192.0.2.7", List.of()), Map.of("Host", "192.0.2.8:18080")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*.example", "http://icu.example", "icu.example/", "", "a b", "icu.example:x"})
    void aWrongAllowedHostIsRefusedAtTheStart(String host) {
        assertThatThrownBy(() -> RequestGuard.of("0.0.0.0", List.of(host)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowedHosts")
                .hasMessageContaining("'" + host + "'");
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        Map<String, String> changed = new TreeMap<>(headers);
        changed.put(name, value);
        return changed;
    }

    private static int status(RequestGuard guard, Map<String, String> headers) {
        return status(guard, "GET", "/", headers);
    }

    /** 0 when the request is answered. */
    private static int status(RequestGuard guard, String method, String target, Map<String, String> headers) {
        var head = new RequestHead(
                method, target, PORT, name -> headers.containsKey(name) ? List.of(headers.get(name)) : List.of());
        return guard.refusal(head).map(RefusedRequest::status).orElse(0);
    }
}
