package org.vigie.access.server;

import io.javalin.security.RouteRole;
import java.util.Optional;
import java.util.Set;
import org.vigie.access.AccessOperation;

/** Marks a route with the operation that it stands for. */
public record RouteOperation(AccessOperation operation) implements RouteRole {
    public static RouteOperation of(AccessOperation operation) {
        return new RouteOperation(operation);
    }

    /** Returns the operation among the roles of a route; empty when it names none. */
    public static Optional<AccessOperation> among(Set<RouteRole> roles) {
        return roles.stream()
                .filter(RouteOperation.class::isInstance)
                .map(role -> ((RouteOperation) role).operation())
                .findFirst();
    }
}
