package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import java.net.URI;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.login.SecretText;
import org.vigie.station.login.OidcLoginException;
import org.vigie.station.login.OidcRedirect;
import org.vigie.station.login.StationLogin;

/** Begins sessions: at the provider, or with the code of a one-time link. */
final class LoginHandler {
    private static final Logger LOG = LoggerFactory.getLogger(LoginHandler.class);

    private final StationLogin login;
    private final SessionCookie cookie;
    private final LoginPage page = new LoginPage();

    LoginHandler(StationLogin login, SessionCookie cookie) {
        this.login = login;
        this.cookie = cookie;
    }

    /** Answers {@code GET /login}: leads to the provider, begins a session with the code of a one-time link, or shows how to log in. */
    void login(Context request) {
        beginAtProvider().ifPresentOrElse(found -> redirect(request, found), () -> loginByLink(request));
    }

    private Optional<OidcRedirect> beginAtProvider() {
        try {
            return login.starter().beginAtProvider();
        } catch (OidcLoginException e) {
            LOG.warn("No log-in can be begun at the provider: {}", e.getMessage());
            throw new ServiceUnavailableResponse("log-in: " + e.getMessage());
        }
    }

    private void loginByLink(Context request) {
        Optional<SecretText> begun =
                Optional.ofNullable(request.queryParam("code")).flatMap(login.starter()::byLink);
        begun.ifPresentOrElse(
                id -> {
                    cookie.set(request, id, login.isWallScreen(id));
                    page.done(request);
                },
                () -> {
                    request.status(HttpStatus.UNAUTHORIZED);
                    page.needed(request);
                });
    }

    private void redirect(Context request, OidcRedirect provider) {
        cookie.setLoginState(request, provider.state());
        request.redirect(provider.address().toString());
    }

    /** Answers {@code GET /login/callback}: the provider sent the browser back. */
    void callback(Context request) {
        try {
            URI answer = URI.create(request.fullUrl());
            SecretText session = login.starter().finishAtProvider(answer, SessionCookie.loginState(request));
            cookie.set(request, session, login.isWallScreen(session));
            page.done(request);
        } catch (OidcLoginException e) {
            LOG.warn("A log-in at the provider was refused: {}", e.getMessage());
            throw new UnauthorizedResponse("log-in: " + e.getMessage());
        }
    }

    void style(Context request) {
        page.style(request);
    }
}
