package org.vigie.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Holds the table of operations and the roles that may use them. What the table does not grant is refused. */
public final class AccessPolicy {
    private static final String TABLE = "access-policy.csv";
    private static final String GRANTED = "x";

    private final Map<AccessOperation, Set<AccessRole>> granted;

    private AccessPolicy(Map<AccessOperation, Set<AccessRole>> granted) {
        this.granted = granted;
    }

    /** Returns the policy of {@code access-policy.csv}. */
    public static AccessPolicy standard() {
        try (InputStream table = Objects.requireNonNull(AccessPolicy.class.getResourceAsStream(TABLE), TABLE)) {
            return parse(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(TABLE, e);
        }
    }

    /**
     * Reads a table: a line of role names, then a line for each operation with an {@code x} under each role that may use it.
     *
     * @throws IllegalArgumentException when a role or an operation is unknown, or a cell is neither empty nor {@code x}
     */
    static AccessPolicy parse(String table) {
        List<String> lines = table.lines().filter(line -> !line.isBlank()).toList();
        List<AccessRole> roles =
                cells(lines.get(0)).stream().skip(1).map(AccessPolicy::role).toList();
        Map<AccessOperation, Set<AccessRole>> granted = new EnumMap<>(AccessOperation.class);
        lines.stream()
                .skip(1)
                .map(AccessPolicy::cells)
                .forEach(cells -> granted.put(AccessOperation.valueOf(cells.get(0)), granted(cells, roles)));
        return new AccessPolicy(granted);
    }

    private static Set<AccessRole> granted(List<String> cells, List<AccessRole> roles) {
        return IntStream.range(0, roles.size())
                .filter(column -> isGranted(cells, column + 1))
                .mapToObj(roles::get)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Returns true when one of the roles may use the operation. */
    public boolean permits(Set<AccessRole> roles, AccessOperation operation) {
        return !Collections.disjoint(granted.getOrDefault(operation, Set.of()), roles);
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    private static AccessRole role(String word) {
        return AccessRole.named(word)
                .orElseThrow(() -> new IllegalArgumentException(TABLE + ": no role '" + word + "'"));
    }

    private static boolean isGranted(List<String> cells, int column) {
        String cell = column < cells.size() ? cells.get(column) : "";
        if (!cell.isEmpty() && !cell.equals(GRANTED)) {
            throw new IllegalArgumentException(
                    TABLE + ": " + cells.get(0) + ": a cell must be empty or x, was '" + cell + "'");
        }
        return cell.equals(GRANTED);
    }
}
