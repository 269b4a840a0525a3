package org.vigie.signal.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Holds the sources of one variable at one bed. Immutable.
 *
 * @param sources the sources, in the order of their first reading
 * @param followed the followed source; empty before the first reading
 */
public record VariableSources(List<SourceActivity> sources, Optional<SourceName> followed) {
    static final VariableSources NONE = new VariableSources(List.of(), Optional.empty());

    /** Largest number of sources that are kept. The source with the oldest reading is removed first. */
    static final int HELD = 16;

    public VariableSources {
        sources = List.copyOf(sources);
    }

    /** Returns true when {@code source} is the only source that is kept, and it is followed. */
    boolean isOnlyFollowed(SourceName source) {
        return sources.size() == 1
                && sources.get(0).source().equals(source)
                && followed.map(source::equals).orElse(false);
    }

    /** Returns true when one source is kept, and it is followed. */
    boolean hasOnlyFollowed() {
        return sources.size() == 1 && isOnlyFollowed(sources.get(0).source());
    }

    /** Returns the sources after a kept reading of the only one. */
    VariableSources afterReadingOfOnlySource(Instant received) {
        return withOnly(sources.get(0).afterReading(received));
    }

    VariableSources withOnly(SourceActivity activity) {
        return new VariableSources(List.of(activity), followed);
    }

    VariableSources withReading(SourceName source, Instant received) {
        if (find(source).isPresent()) {
            return changed(source, activity -> activity.afterReading(received));
        }
        List<SourceActivity> more = new ArrayList<>(sources);
        more.add(SourceActivity.first(source, received));
        if (more.size() > HELD) {
            more.remove(more.stream()
                    .min(Comparator.comparing(SourceActivity::lastReceived))
                    .orElseThrow());
        }
        return new VariableSources(more, followed);
    }

    VariableSources withoutValue(SourceName source) {
        return changed(source, SourceActivity::withoutValue);
    }

    VariableSources following(SourceName source) {
        return new VariableSources(sources, Optional.of(source));
    }

    Optional<SourceActivity> find(SourceName source) {
        return sources.stream()
                .filter(activity -> activity.source().equals(source))
                .findFirst();
    }

    Stream<SourceActivity> sending(Instant now) {
        return sources.stream().filter(activity -> activity.isSending(now));
    }

    private VariableSources changed(SourceName source, UnaryOperator<SourceActivity> change) {
        return new VariableSources(
                sources.stream()
                        .map(activity -> activity.source().equals(source) ? change.apply(activity) : activity)
                        .toList(),
                followed);
    }
}
