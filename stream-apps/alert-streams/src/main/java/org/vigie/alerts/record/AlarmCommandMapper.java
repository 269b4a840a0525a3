package org.vigie.alerts.record;

import java.time.Instant;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.signal.alarm.command.AlarmCommand;

/** Maps a command's record to the command of the alarm life cycle. */
public final class AlarmCommandMapper {
    private AlarmCommandMapper() {}

    public static AlarmCommand of(AlarmCommandRecord command) {
        return new AlarmCommand(
                command.getCommand(),
                orElse(command.getAlert(), ""),
                EnumMappings.COMMAND_TYPE.toRule(command.getKind()),
                command.getBy(),
                command.getRole(),
                command.getAt(),
                orElse(command.getReason(), ""),
                orElse(command.getExpiresAt(), Instant.MAX),
                orElse(command.getVersion(), -1L),
                command.getArguments());
    }

    private static <T> T orElse(T value, T otherwise) {
        return value == null ? otherwise : value;
    }
}
