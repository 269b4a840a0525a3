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
import org.vigie.station.order.OrderForm;
import org.vigie.station.order.OrderNotTaken;
import org.vigie.station.order.Orders;
import org.vigie.station.order.User;
import org.vigie.station.order.Users;
import org.vigie.station.ward.WardView;

/** {@code POST /api/orders}: only JSON. That no other page orders in a user's name is the guard's. */
final class OrderHandler {
    private static final String JSON = "application/json";

    private final WardView ward;
    private final Orders orders;
    private final Users users;
    private final Clock wall;

    OrderHandler(WardView ward, Orders orders, Users users, Clock wall) {
        this.ward = ward;
        this.orders = orders;
        this.users = users;
        this.wall = wall;
    }

    void place(Context request) {
        requireJson(request);
        OrderForm form;
        User user;
        try {
            form = Json.read(request.body(), OrderForm.class);
            user = users.of(request::header, form);
        } catch (IllegalArgumentException e) {
            throw new BadRequestResponse(e.getMessage());
        }
        Instant now = ward.now(wall.instant());
        request.future(() -> orders.place(form, user, now)
                .thenAccept(answer -> request.contentType(JSON).result(Json.write(answer)))
                .exceptionally(OrderHandler::notTaken));
    }

    /** Who is logged in; nobody where no log-in says it. */
    void user(Context request) {
        try {
            Object known = users.loggedIn() ? users.of(request::header) : Map.of();
            request.contentType(JSON).result(Json.write(known));
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

    private static Void notTaken(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof OrderNotTaken) {
            throw new ServiceUnavailableResponse(cause.getMessage());
        }
        throw new CompletionException(cause);
    }
}
