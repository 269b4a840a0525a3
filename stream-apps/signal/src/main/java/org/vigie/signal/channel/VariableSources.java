package org.vigie.signal.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The sources of one variable at one bed. Immutable.
 *
 * @param speakers the sources, in the order of their first reading
 * @param followed the followed source; empty before the first reading
 */
public record VariableSources(List<SourceActivity> speakers, Optional<SourceName> followed) {
    static final VariableSources NONE = new VariableSources(List.of(), Optional.empty());

    /** Largest number of sources that are kept. The source with the oldest reading is removed first. */
    static final int HELD = 16;

    public VariableSources {
        speakers = List.copyOf(speakers);
    }

    /** Returns true when {@code source} is the only source that is kept, and it is followed. */
    boolean isOnlyFollowed(SourceName source) {
        return speakers.size() == 1
                && speakers.get(0).source().equals(source)
                && followed.map(source::equals).orElse(false);
    }

    /** Returns the sources after a kept reading of the only one. */
    VariableSources onlyHeardAgain(Instant received) {
        return new VariableSources(List.of(speakers.get(0).heardAgain(received)), followed);
    }

    VariableSources withReading(SourceName source, Instant received) {
        if (find(source).isPresent()) {
            return changed(source, activity -> activity.heardAgain(received));
        }
        List<SourceActivity> more = new ArrayList<>(speakers);
        more.add(SourceActivity.first(source, received));
        if (more.size() > HELD) {
            more.remove(more.stream()
                    .min(Comparator.comparing(SourceActivity::heard))
                    .orElseThrow());
        }
        return new VariableSources(more, followed);
    }

    VariableSources silenced(SourceName source) {
        return changed(source, SourceActivity::silenced);
    }

    VariableSources following(SourceName source) {
        return new VariableSources(speakers, Optional.of(source));
    }

    Optional<SourceActivity> find(SourceName source) {
        return speakers.stream()
                .filter(activity -> activity.source().equals(source))
                .findFirst();
    }

    Stream<SourceActivity> speaking(Instant now) {
        return speakers.stream().filter(activity -> activity.speaks(now));
    }

    private VariableSources changed(SourceName source, UnaryOperator<SourceActivity> change) {
        return new VariableSources(
                speakers.stream()
                        .map(activity -> activity.source().equals(source) ? change.apply(activity) : activity)
                        .toList(),
                followed);
    }
}
