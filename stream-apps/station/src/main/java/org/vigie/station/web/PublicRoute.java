package org.vigie.station.web;

import io.javalin.security.RouteRole;

/** Marks a route that needs no log-in. Only the page of the log-in itself has such routes. */
enum PublicRoute implements RouteRole {
    LOGIN
}
