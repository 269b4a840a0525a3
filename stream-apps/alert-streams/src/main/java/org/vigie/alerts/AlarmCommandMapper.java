package org.vigie.alerts;

import java.time.Instant;
import java.util.Arrays;
import org.vigie.schemas.Command;
import org.vigie.signal.alarm.lifecycle.AlarmCommand;

/** Commands as the life cycle takes them. */
final class AlarmCommandMapper {
    private AlarmCommandMapper() {}

    static AlarmCommand of(Command command) {
        return new AlarmCommand(
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

    private static AlarmCommand.CommandType kind(String name) {
        return Arrays.stream(AlarmCommand.CommandType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElse(AlarmCommand.CommandType.UNKNOWN);
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
