package org.vigie.access.server;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.vigie.access.AccessOperation;
import org.vigie.access.Principal;

/** Stands before every matched route of a Javalin server. A route that is neither open nor names its operation is refused. */
public final class ProgramAccessFilter implements Handler {
    private static final String PRINCIPAL = "vigie.program";

    private final ProgramAccess access;
    private final Function<AccessOperation, Set<String>> units;

    /** @param units units that an operation of this server concerns; empty when it concerns none */
    public ProgramAccessFilter(ProgramAccess access, Function<AccessOperation, Set<String>> units) {
        this.access = access;
        this.units = units;
    }

    /** Returns the program that sent the request. */
    public static Principal principal(Context request) {
        return Optional.ofNullable(request.<Principal>attribute(PRINCIPAL))
                .orElseThrow(() -> new ForbiddenResponse("access: the route names no operation"));
    }

    /** @throws HttpResponseException with 401 or 403 when the request is refused */
    @Override
    public void handle(Context request) {
        if (Collections.disjoint(request.routeRoles(), Set.of(OpenRoute.values()))) {
            AccessOperation operation = RouteOperation.among(request.routeRoles())
                    .orElseThrow(() -> new ForbiddenResponse("access: the route names no operation"));
            request.attribute(PRINCIPAL, admit(request, operation));
        }
    }

    private Principal admit(Context request, AccessOperation operation) {
        String authorization =
                Optional.ofNullable(request.header("Authorization")).orElse("");
        String route = request.method().name() + " "
                + Optional.ofNullable(request.endpoints().matchedHttpEndpoint())
                        .map(matched -> matched.path)
                        .orElse("");
        try {
            return access.admit(authorization, operation, units.apply(operation), route);
        } catch (RefusedProgramException refusal) {
            throw new HttpResponseException(refusal.status(), refusal.getMessage(), Map.of());
        }
    }
}
