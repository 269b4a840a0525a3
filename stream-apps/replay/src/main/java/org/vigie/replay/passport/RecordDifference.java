package org.vigie.replay.passport;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds the first field in which two records differ, in the order of their schema.
 *
 * @param without names of fields that are not compared, at any depth
 * @param tolerance relative difference of two numbers that still counts as equal
 */
public record RecordDifference(Set<String> without, double tolerance) {
    public RecordDifference {
        without = Set.copyOf(without);
    }

    /** Returns the comparison that leaves more fields out. */
    public RecordDifference without(Set<String> more) {
        return new RecordDifference(
                Stream.concat(without.stream(), more.stream()).collect(Collectors.toSet()), tolerance);
    }

    /** Returns the first difference as text: {@code field: recorded x, computed y}. */
    public Optional<String> first(IndexedRecord recorded, IndexedRecord computed) {
        return fields("", recorded, computed).findFirst();
    }

    private Stream<String> fields(String path, IndexedRecord recorded, IndexedRecord computed) {
        return recorded.getSchema().getFields().stream()
                .filter(field -> !without.contains(field.name()))
                .flatMap(field -> field(path, field, recorded, computed));
    }

    private Stream<String> field(String path, Field field, IndexedRecord recorded, IndexedRecord computed) {
        String name = path.isEmpty() ? field.name() : path + "." + field.name();
        return values(name, recorded.get(field.pos()), computed.get(field.pos()));
    }

    private Stream<String> values(String path, @Nullable Object recorded, @Nullable Object computed) {
        if (recorded instanceof IndexedRecord one && computed instanceof IndexedRecord other) {
            return fields(path, one, other);
        }
        if (recorded instanceof List<?> some && computed instanceof List<?> others && some.size() == others.size()) {
            return IntStream.range(0, some.size())
                    .boxed()
                    .flatMap(at -> values(path + "[" + at + "]", some.get(at), others.get(at)));
        }
        return isEqual(recorded, computed)
                ? Stream.empty()
                : Stream.of("%s: recorded %s, computed %s".formatted(path, recorded, computed));
    }

    private boolean isEqual(@Nullable Object recorded, @Nullable Object computed) {
        if (recorded instanceof Double one && computed instanceof Double other) {
            return one.equals(other) || Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));
        }
        return Objects.equals(recorded, computed);
    }
}
