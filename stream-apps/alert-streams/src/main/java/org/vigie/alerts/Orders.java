package org.vigie.alerts;

import java.time.Instant;
import java.util.Arrays;
import org.vigie.schemas.Command;
import org.vigie.signal.alert.life.Order;

/** Commands as the life cycle takes them. */
final class Orders {
    private Orders() {}

    static Order of(Command command) {
        return new Order(
                command.getCommand(),
                orElse(command.getAlert(), ""),
                kind(command.getKind().name()),
                command.getBy(),
                command.getRole(),
                command.getAt(),
                orElse(command.getReason(), ""),
                orElse(command.getExpiresAt(), Instant.MAX),
                orElse(command.getVersion(), -1L),
                command.getArguments());
    }

    private static Order.Kind kind(String name) {
        return Arrays.stream(Order.Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(Order.Kind.UNKNOWN);
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
