package org.vigie.station.web;

import io.javalin.security.RouteRole;
import org.vigie.access.AccessOperation;

/** Marks a route with the operation that it stands for. */
record RouteOperation(AccessOperation operation) implements RouteRole {
    static RouteOperation of(AccessOperation operation) {
        return new RouteOperation(operation);
    }
}
