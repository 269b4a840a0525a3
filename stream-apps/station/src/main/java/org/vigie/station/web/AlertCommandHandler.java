package org.vigie.station.web;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.vigie.access.Principal;
import org.vigie.station.command.AlertCommandNotSentException;
import org.vigie.station.command.AlertCommandRequest;
import org.vigie.station.command.AlertCommandSender;
import org.vigie.station.ward.WardView;

/** Answers {@code POST /api/orders}, which takes JSON only. The user and the role of a command are those of the session. */
final class AlertCommandHandler {
    private final WardView ward;
    private final AlertCommandSender commands;
    private final SnapshotJson json;
    private final Clock wall;

    AlertCommandHandler(WardView ward, AlertCommandSender commands, SnapshotJson json, Clock wall) {
        this.ward = ward;
        this.commands = commands;
        this.json = json;
        this.wall = wall;
    }

    void post(Context request) {
        JsonBody.require("order", request);
        AlertCommandRequest form = form(request);
        Principal user = RequestPrincipal.of(request).who();
        Instant now = ward.now(wall.instant());
        request.future(() -> commands.send(form, user, now)
                .thenAccept(answer -> request.contentType(JsonBody.CONTENT_TYPE).result(json.write(answer)))
                .exceptionally(AlertCommandHandler::notSent));
    }

    private AlertCommandRequest form(Context request) {
        try {
            return json.read(request.body(), AlertCommandRequest.class);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
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
