package org.vigie.station.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.UnauthorizedResponse;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.Principal;
import org.vigie.access.server.RouteOperation;
import org.vigie.station.login.RequestCredentials;
import org.vigie.station.login.StationLogin;

/**
 * Stands before every route: answers 401 without a log-in, and 403 when the log-in may not do what the route does. A route that names no
 * operation is refused.
 */
final class AccessFilter implements Handler {
    private static final String CSRF_HEADER = "X-Vigie-Csrf";
    /** A page sends it when it asks again by itself. */
    private static final String REFRESH_HEADER = "X-Vigie-Refresh";

    /** Operations by which a person uses the screen. Following the ward is none: it goes on by itself. */
    private static final Set<AccessOperation> BY_A_PERSON = EnumSet.of(
            AccessOperation.READ_PATIENT,
            AccessOperation.COMMAND_ALARMS,
            AccessOperation.STEER_REPLAY,
            AccessOperation.BREAK_GLASS);

    private final StationLogin login;
    private final RouteAttempts attempts;
    private final RequestRateLimit rates;
    private final WardReadRight wardRight;

    AccessFilter(StationLogin login, RouteAttempts attempts, RequestRateLimit rates, WardReadRight wardRight) {
        this.login = login;
        this.attempts = attempts;
        this.rates = rates;
        this.wardRight = wardRight;
    }

    @Override
    public void handle(Context request) {
        if (!request.routeRoles().contains(PublicRoute.LOGIN)) {
            check(request);
        }
    }

    /** Returns the operation of the route. A ward that is asked for at an earlier time is another one than the present. */
    private Optional<AccessOperation> operation(Context request, Principal who) {
        return RouteOperation.among(request.routeRoles())
                .map(named -> wardRight.of(named, request, login.control().operationsOf(who)));
    }

    private void check(Context request) {
        RequestCredentials credentials = SessionCookie.credentials(request);
        Principal who = login.principal(credentials)
                .orElseThrow(() -> new UnauthorizedResponse("log-in: a session or an API token is needed"));
        rates.count(who.subject());
        requireCsrf(request, credentials);
        Optional<AccessOperation> operation = operation(request, who);
        require(request, who, operation);
        if (request.header(REFRESH_HEADER) == null) {
            operation.filter(BY_A_PERSON::contains).ifPresent(used -> login.touch(credentials));
        }
        request.attribute(
                RequestPrincipal.KEY, new RequestPrincipal(who, login.control().scopeOf(who), credentials));
    }

    private void require(Context request, Principal who, Optional<AccessOperation> operation) {
        AccessDecision decision = operation
                .filter(known -> known != AccessOperation.BREAK_GLASS) // decided with its reason, by its handler
                .map(known -> login.control().decide(attempts.of(request, who, known)))
                .orElse(operation.isPresent() ? AccessDecision.PERMITTED : AccessDecision.ROLE_LACKS_RIGHT);
        if (!decision.isPermitted()) {
            throw new ForbiddenResponse("access: " + decision.reason());
        }
    }

    /** A browser sends the cookie by itself, so a changing request must also repeat the token that only the page knows. */
    private void requireCsrf(Context request, RequestCredentials credentials) {
        boolean reads =
                request.method().name().equals("GET") || request.method().name().equals("HEAD");
        String given = Optional.ofNullable(request.header(CSRF_HEADER)).orElse("");
        boolean repeats = login.csrf(credentials).filter(given::equals).isPresent();
        if (!reads && !credentials.session().isEmpty() && !repeats) {
            throw new ForbiddenResponse(CSRF_HEADER + ": must repeat the token of GET /api/user");
        }
    }

    /** Sends a browser that opens a page without a log-in to the provider; without a provider it shows how to log in. */
    void explain(Context request) {
        String accepted = Optional.ofNullable(request.header("Accept")).orElse("");
        boolean opensPage = accepted.contains("text/html") && !request.path().startsWith("/login");
        if (opensPage && login.starter().usesProvider()) {
            request.redirect("/login");
        } else if (opensPage) {
            new LoginPage().needed(request);
        }
    }
}
