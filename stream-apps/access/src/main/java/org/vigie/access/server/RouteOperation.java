package org.vigie.access.server;

import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;

/** Marks a route with the operation that it stands for. */
public record RouteOperation(AccessOperation operation) implements RouteRole {
    public static RouteOperation of(AccessOperation operation) {
        return new RouteOperation(operation);
    }

    /** Returns the roles with which a route was added; empty when it has none, so that every filter refuses it. */
    public static Set<RouteRole> roles(Endpoint route) {
        return Optional.ofNullable(route.metadata(Roles.class))
                .map(Roles::getRoles)
                .orElse(Set.of());
    }

    /** Returns the operation among the roles of a route; empty when it names none. */
    public static Optional<AccessOperation> among(Set<RouteRole> roles) {
        return roles.stream()
                .filter(RouteOperation.class::isInstance)
                .map(role -> ((RouteOperation) role).operation())
                .findFirst();
    }
}
