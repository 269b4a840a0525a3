package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.vigie.station.command.AlertCommandNotSentException;
import org.vigie.station.command.AlertCommandRequest;
import org.vigie.station.command.AlertCommandSender;
import org.vigie.station.command.StationUser;
import org.vigie.station.command.UserHeadersConfig;
import org.vigie.station.ward.WardView;

/** Answers {@code POST /api/orders}, which takes JSON only, and {@code GET /api/user}. The request guard refuses pages of other origins. */
final class AlertCommandHandler {
    private static final String CONTENT_TYPE = "application/json";

    private final WardView ward;
    private final AlertCommandSender commands;
    private final UserHeadersConfig users;
    private final SnapshotJson json;
    private final Clock wall;

    AlertCommandHandler(
            WardView ward, AlertCommandSender commands, UserHeadersConfig users, SnapshotJson json, Clock wall) {
        this.ward = ward;
        this.commands = commands;
        this.users = users;
        this.json = json;
        this.wall = wall;
    }

    void post(Context request) {
        requireJson(request);
        AlertCommandRequest form = form(request);
        StationUser user = user(request, form);
        Instant now = ward.now(wall.instant());
        request.future(() -> commands.send(form, user, now)
                .thenAccept(answer -> request.contentType(CONTENT_TYPE).result(json.write(answer)))
                .exceptionally(AlertCommandHandler::notSent));
    }

    private AlertCommandRequest form(Context request) {
        try {
            return json.read(request.body(), AlertCommandRequest.class);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    private StationUser user(Context request, AlertCommandRequest form) {
        try {
            return users.userOf(request::header, form);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
    }

    /** Answers who is logged in, or an empty object when the station has no log-in. */
    void user(Context request) {
        try {
            Object known = users.hasLogin() ? users.userOf(request::header) : Map.of();
            request.contentType(CONTENT_TYPE).result(json.write(known));
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedResponse(e.getMessage());
        }
    }

    private static void requireJson(Context request) {
        String type = request.contentType();
        if (type == null || !type.startsWith(CONTENT_TYPE)) {
            throw new UnsupportedMediaTypeResponse("order: must be " + CONTENT_TYPE + ", was " + type);
        }
    }

    private static Void notSent(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof AlertCommandNotSentException) {
            throw new ServiceUnavailableResponse(cause.getMessage());
        }
        throw new CompletionException(cause);
    }
}
