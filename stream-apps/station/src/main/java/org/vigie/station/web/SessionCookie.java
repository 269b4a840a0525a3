package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.vigie.access.login.SecretText;
import org.vigie.station.login.RequestCredentials;

/** Carries the id of a session: not readable by scripts, never sent by another site's page, and only over TLS beyond loopback. */
final class SessionCookie {
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final String LOGIN = "vigie-login";
    private static final int NOW = 0;
    /** Seconds in 400 days: browsers keep no cookie for longer. */
    private static final int LONGEST = 400 * 24 * 3600;

    private static final int TEN_MINUTES = 600;

    private final boolean secure;

    /** @param secure whether the browser may send it over TLS only */
    SessionCookie(boolean secure) {
        this.secure = secure;
    }

    static RequestCredentials credentials(Context request) {
        String session = Optional.ofNullable(request.cookie(name(request))).orElse("");
        String authorization =
                Optional.ofNullable(request.header("Authorization")).orElse("");
        return new RequestCredentials(session, authorization, request::header);
    }

    /** Returns the state of a log-in that this browser began at the provider; empty text when it began none. */
    static String loginState(Context request) {
        return Optional.ofNullable(request.cookie(LOGIN)).orElse("");
    }

    /** @param lasting whether the browser keeps it when it closes, so that a wall screen starts again without a log-in */
    void set(Context request, SecretText id, boolean lasting) {
        int maxAge = lasting ? LONGEST : UNTIL_THE_BROWSER_CLOSES;
        request.cookie(cookie(name(request), id.reveal(), maxAge, SameSite.STRICT));
    }

    void remove(Context request) {
        request.cookie(cookie(name(request), "", NOW, SameSite.STRICT));
    }

    /** Keeps the state of a log-in for ten minutes. The provider's answer comes from another site, so the cookie is not strict. */
    void setLoginState(Context request, String state) {
        request.cookie(cookie(LOGIN, state, TEN_MINUTES, SameSite.LAX));
    }

    /** Returns a name for each port: browsers send a cookie to every port of a machine, and two wards may run on one machine. */
    private static String name(Context request) {
        return "vigie-session-" + request.req().getLocalPort();
    }

    private Cookie cookie(String name, String value, int maxAge, SameSite site) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAge);
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setSameSite(site);
        return cookie;
    }
}
