package org.vigie.access.server;

import io.javalin.security.RouteRole;

/** Marks a route that needs no token. */
public enum OpenRoute implements RouteRole {
    /** Says only whether the server works. */
    HEALTH,
    /** Says only what the server can do. */
    CAPABILITIES
}
