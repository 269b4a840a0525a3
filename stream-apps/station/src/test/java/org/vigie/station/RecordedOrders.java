package org.vigie.station;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vigie.station.order.OrderAnswer;
import org.vigie.station.order.OrderAnswer.Status;
import org.vigie.station.order.OrderForm;
import org.vigie.station.order.Orders;
import org.vigie.station.order.User;

/** Obeys every order, or refuses every one. */
final class RecordedOrders implements Orders {
    private final List<OrderForm> forms = new CopyOnWriteArrayList<>();
    private final List<User> users = new CopyOnWriteArrayList<>();
    private volatile OrderAnswer answer = new OrderAnswer("o", Status.OBEYED, null, "Acquittée.", "Acknowledged.");

    void refuse(String why, String message) {
        answer = new OrderAnswer("o", Status.REFUSED, why, message, message);
    }

    List<OrderForm> forms() {
        return forms;
    }

    List<User> users() {
        return users;
    }

    @Override
    public CompletableFuture<OrderAnswer> place(OrderForm form, User user, Instant now) {
        forms.add(form);
        users.add(user);
        return CompletableFuture.completedFuture(answer);
    }
}
