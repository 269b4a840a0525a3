package org.vigie.station.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.UnauthorizedResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessDecision;
import org.vigie.access.AccessOperation;
import org.vigie.access.Principal;
import org.vigie.access.login.SecretText;
import org.vigie.signal.masking.TextMasker;
import org.vigie.station.login.StationLogin;

/** Shows and ends sessions, changes the user of a screen by a PIN, and opens a unit in an emergency. */
final class SessionHandler {
    private final StationLogin login;
    private final SessionCookie cookie;
    private final SnapshotJson json;
    private final WardReadRight wardRight;
    private final TextMasker masker = new TextMasker();

    /** @param wardRight by which the ward of this station is read */
    SessionHandler(StationLogin login, SessionCookie cookie, SnapshotJson json, WardReadRight wardRight) {
        this.login = login;
        this.cookie = cookie;
        this.json = json;
        this.wardRight = wardRight;
    }

    /**
     * Shows the session to its page.
     *
     * @param csrf token that a changing request must repeat; absent without a session
     * @param locked whether the user must give the PIN before the next command
     * @param users names that can change by a PIN
     * @param may operations that the log-in may use now
     */
    private record SessionSnapshot(
            String name,
            String role,
            Set<String> units,
            String csrf,
            boolean locked,
            List<String> users,
            Set<AccessOperation> may) {}

    /** Answers {@code GET /api/user}. */
    void user(Context request) {
        RequestPrincipal asking = RequestPrincipal.of(request);
        Principal who = asking.who();
        Optional<String> csrf = login.csrf(asking.credentials());
        answer(
                request,
                new SessionSnapshot(
                        who.name(),
                        who.mainRole().word(),
                        asking.scope().units(),
                        csrf.orElse(null),
                        login.isLocked(asking.credentials()),
                        csrf.isPresent() ? login.starter().userNames() : List.of(),
                        may(who)));
    }

    /** Returns the operations that the log-in may use, and that this station has. */
    private Set<AccessOperation> may(Principal who) {
        return wardRight.offered(login.control().operationsOf(who));
    }

    /** Answers {@code POST /api/session/user}: another user takes the screen, with a new session. */
    void change(Context request) {
        JsonNode form = json.tree(request.body());
        RequestPrincipal asking = RequestPrincipal.of(request);
        String name = form.path("name").asText();
        String pin = form.path("pin").asText();
        SecretText id = login.starter()
                .byPin(asking.credentials().session(), asking.who(), name, pin)
                .orElseThrow(() -> new UnauthorizedResponse("pin: is not that of this user, or was wrong too often"));
        cookie.set(request, id, login.isWallScreen(id));
        answer(request, Set.of());
    }

    /** Answers {@code POST /api/session/end}. */
    void end(Context request) {
        login.end(SessionCookie.credentials(request));
        cookie.remove(request);
        answer(request, Set.of());
    }

    /** Answers {@code POST /api/session/emergency}: opens one unit for an hour. */
    void emergency(Context request) {
        AccessDecision decision = breakGlass(RequestPrincipal.of(request).who(), json.tree(request.body()));
        if (!decision.isPermitted()) {
            throw new ForbiddenResponse("access: " + decision.reason());
        }
        answer(request, Set.of());
    }

    private AccessDecision breakGlass(Principal who, JsonNode form) {
        try {
            return login.control()
                    .breakGlass(
                            who,
                            form.path("unit").asText(),
                            masker.mask(form.path("reason").asText()).text());
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    private void answer(Context request, Object value) {
        request.contentType("application/json").result(json.write(value));
    }
}
