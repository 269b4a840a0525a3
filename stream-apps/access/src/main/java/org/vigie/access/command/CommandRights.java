package org.vigie.access.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.access.AccessOperation;

/** Lists each command of {@code ./vigie} with the right that it needs, or the reason why it needs none. The list is {@code command-rights.csv}. */
public final class CommandRights {
    private static final String TABLE = "command-rights.csv";
    private static final String FRONT_DOOR = "vigie ";
    private static final int COLUMNS = 3;

    private final Map<String, CommandRight> byCommand = new TreeMap<>();

    /** Holds one line: a right, or a reason. */
    private record CommandRight(Optional<AccessOperation> operation, String reason) {
        static CommandRight of(String[] cells) {
            boolean isWhole = cells.length == COLUMNS && cells[1].isEmpty() != cells[2].isEmpty();
            if (!isWhole) {
                throw new IllegalArgumentException(
                        TABLE + ": " + cells[0] + ": must name a right, or a reason why it needs none");
            }
            Optional<String> named = Optional.of(cells[1]).filter(right -> !right.isEmpty());
            return new CommandRight(named.map(AccessOperation::valueOf), cells[2]);
        }
    }

    private CommandRights(String table) {
        table.lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .forEach(cells -> byCommand.put(cells[0], CommandRight.of(cells)));
    }

    /** Returns the rights of {@code command-rights.csv}. */
    public static CommandRights standard() {
        try (InputStream table = Objects.requireNonNull(CommandRights.class.getResourceAsStream(TABLE), TABLE)) {
            return new CommandRights(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /** Returns the commands that the list names, without the {@code vigie} before them. */
    public Set<String> commands() {
        return Set.copyOf(byCommand.keySet());
    }

    /** Returns the right that a command needs; empty when it needs none, and when the list does not name it. */
    public Optional<AccessOperation> right(String command) {
        String name = command.startsWith(FRONT_DOOR) ? command.substring(FRONT_DOOR.length()) : command;
        return Optional.ofNullable(byCommand.get(name)).flatMap(CommandRight::operation);
    }
}
