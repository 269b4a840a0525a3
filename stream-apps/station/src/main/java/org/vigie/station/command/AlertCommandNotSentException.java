package org.vigie.station.command;

/** The broker has not taken an order: nothing was ordered. */
public final class AlertCommandNotSentException extends RuntimeException {
    AlertCommandNotSentException(Throwable cause) {
        super("the order did not reach the alarm system: " + cause.getMessage(), cause);
    }
}
