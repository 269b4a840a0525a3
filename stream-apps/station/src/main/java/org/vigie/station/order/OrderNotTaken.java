package org.vigie.station.order;

/** The broker has not taken an order: nothing was ordered. */
public final class OrderNotTaken extends RuntimeException {
    OrderNotTaken(Throwable cause) {
        super("the order did not reach the alarm system: " + cause.getMessage(), cause);
    }
}
