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

/** {@code POST /api/orders}: only JSON. That no other page orders in a user's name is the guard's. */
final class AlertCommandHandler {
    private static final String JSON = "application/json";

    private final WardView ward;
    private final AlertCommandSender commands;
    private final UserHeadersConfig users;
    private final Clock wall;

    AlertCommandHandler(WardView ward, AlertCommandSender commands, UserHeadersConfig users, Clock wall) {
        this.ward = ward;
        this.commands = commands;
        this.users = users;
        this.wall = wall;
    }

    void post(Context request) {
        requireJson(request);
        AlertCommandRequest form;
        StationUser user;
        try {
            form = SnapshotJson.read(request.body(), AlertCommandRequest.class);
            user = users.userOf(request::header, form);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
        Instant now = ward.now(wall.instant());
        request.future(() -> commands.send(form, user, now)
                .thenAccept(answer -> request.contentType(JSON).result(SnapshotJson.write(answer)))
                .exceptionally(AlertCommandHandler::notSent));
    }

    /** Who is logged in; nobody where no log-in says it. */
    void user(Context request) {
        try {
            Object known = users.hasLogin() ? users.userOf(request::header) : Map.of();
            request.contentType(JSON).result(SnapshotJson.write(known));
        } catch (IllegalArgumentException e) {
            throw new UnauthorizedResponse(e.getMessage());
        }
    }

    private static void requireJson(Context request) {
        String type = request.contentType();
        if (type == null || !type.startsWith(JSON)) {
            throw new UnsupportedMediaTypeResponse("order: must be " + JSON + ", was " + type);
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
